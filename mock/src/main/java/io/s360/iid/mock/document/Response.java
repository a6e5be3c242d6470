package io.s360.iid.mock.document;

import io.s360.iid.mock.document.source.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An answer that an operation declares.
 *
 * @param key a status, a range such as {@code 4XX}, or {@code default}
 * @param headers by name, references followed
 */
record Response(String key, Part part, List<Content> contents, Map<String, Part> headers) {

    static final String DEFAULT = "default";

    private static final int HUNDRED = 100;
    private static final int NO_CONTENT = 204;
    private static final int RESET_CONTENT = 205;
    private static final int NOT_MODIFIED = 304;

    /** Whether it is the answer of this status. */
    boolean covers(int status) {
        return isRange() ? key.charAt(0) - '0' == status / HUNDRED : key.equals(String.valueOf(status));
    }

    boolean isRange() {
        return key.endsWith("XX");
    }

    boolean isDefault() {
        return key.equals(DEFAULT);
    }

    /** The status it is given with if nothing else decides: of a range the lowest. */
    int usualStatus() {
        return isDefault() ? 2 * HUNDRED : isRange() ? (key.charAt(0) - '0') * HUNDRED : Integer.parseInt(key);
    }

    /** Whether HTTP lets an answer of this status have a body. */
    static boolean mayHaveBody(int status) {
        return status >= 2 * HUNDRED && status != NO_CONTENT && status != RESET_CONTENT && status != NOT_MODIFIED;
    }

    /** The names of all its examples. */
    List<String> exampleNames() {
        List<String> names = new ArrayList<>();
        contents.forEach(content -> content.part()
                .member("examples")
                .ifPresent(examples -> examples.members().keySet().stream()
                        .filter(name -> !names.contains(name))
                        .forEach(names::add)));
        return names;
    }
}
