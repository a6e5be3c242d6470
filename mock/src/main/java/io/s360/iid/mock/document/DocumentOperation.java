package io.s360.iid.mock.document;

import io.s360.iid.contract.source.Place;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the document.
 *
 * @param path the template
 * @param id null if the document gives none
 * @param answers from status, range or {@code default} to the names of its examples, in the document's order
 */
public record DocumentOperation(
        String method, String path, @Nullable String id, Place place, Map<String, List<String>> answers) {

    /** By what people know it: its id, otherwise method and path. */
    public String name() {
        return id == null ? method + " " + path : id;
    }
}
