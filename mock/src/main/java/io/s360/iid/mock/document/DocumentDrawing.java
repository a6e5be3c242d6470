package io.s360.iid.mock.document;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a foreign document says of itself, as the admin API tells it.
 *
 * @param hasFaultMode whether callers may have something go wrong on purpose
 */
public record DocumentDrawing(OpenDocument document, boolean hasFaultMode) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The document and the settings of the mock. */
    public JsonNode mock() {
        ObjectNode mock = JSON.objectNode()
                .put("title", document.title())
                .put("version", document.version())
                .put("document", document.file())
                .put("stateful", false)
                .put("faultMode", hasFaultMode);
        mock.putArray("clients");
        ArrayNode operations = mock.putArray("operations");
        document.operations()
                .forEach(operation -> operations
                        .addObject()
                        .put("id", operation.name())
                        .put("method", operation.method())
                        .put("path", operation.path())
                        .put("summary", ""));
        return mock;
    }

    /** It has none. */
    public JsonNode lifecycle() {
        ObjectNode lifecycle = JSON.objectNode();
        lifecycle.putArray("resources");
        return lifecycle;
    }

    /** Nothing that could be listed: whatever the document declares can be preferred. */
    public JsonNode catalogue() {
        ObjectNode catalogue = JSON.objectNode();
        catalogue.putArray("entries");
        return catalogue;
    }
}
