package io.s360.iid.mock.lifecycle;

import io.s360.iid.contract.Operation;
import io.s360.iid.contract.Resource;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An accepted request at its moment.
 *
 * @param body keeps the schema of the operation
 */
record Call(Operation operation, String clientId, JsonNode body, Instant now) {

    /** What the request says of each resource of a kind that it asks to create; at least one. */
    List<JsonNode> itemsOf(Resource kind) {
        JsonNode list = kind.listedIn() == null ? null : body.get(kind.listedIn());
        return list == null ? List.of(body) : list.valueStream().toList();
    }

    /** The text by which the request names a resource of a kind; null if it names none. */
    @Nullable
    String keyOf(Resource kind) {
        JsonNode key = kind.key() == null ? null : body.get(kind.key());
        return key == null ? null : key.asString();
    }
}
