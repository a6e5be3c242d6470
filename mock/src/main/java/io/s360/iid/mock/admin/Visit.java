package io.s360.iid.mock.admin;

import io.s360.iid.mock.answer.MockRequest;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request to a page of the admin API, with all that its document demands.
 *
 * @param parameters those of the path, decoded, by their names
 * @param given the body; null if the page takes none
 */
record Visit(
        Map<String, String> parameters,
        MockRequest request,
        @Nullable JsonNode given) {

    String tenant() {
        return parameter("tenant");
    }

    String parameter(String name) {
        return Objects.requireNonNull(parameters.get(name), "the document has this parameter");
    }

    JsonNode body() {
        return Objects.requireNonNull(given, "the document demands a body");
    }
}
