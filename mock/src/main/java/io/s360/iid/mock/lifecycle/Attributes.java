package io.s360.iid.mock.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What is known of a resource, by the names that decisions use. */
final class Attributes {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Attributes() {}

    /** @param path the name of an attribute, or of something inside one, separated by slashes */
    static JsonNode valueOf(String path, Individual one, Subjects subjects) {
        Individual.Identity identity = one.identity();
        if (path.equals(identity.kind().key())) {
            return text(identity.key());
        }
        return switch (path) {
            case "id" -> text(identity.id());
            case "owner" -> text(identity.owner());
            case "createdAt" -> instant(one.life().createdAt());
            case "expiresAt" -> instant(one.life().expiresAt());
            case "maxExpiresAt" -> instant(one.life().maxExpiresAt());
            case "lastExtendedAt" -> instant(one.life().lastExtendedAt());
            case "sequence" -> JSON.numberNode(one.sequence());
            case "count" ->
                JSON.numberNode(subjects.created(identity.kind().name()).size());
            default -> declared("/" + path, identity);
        };
    }

    private static JsonNode declared(String pointer, Individual.Identity identity) {
        JsonNode value = identity.attributes().at(pointer);
        return value.isMissingNode() ? JSON.nullNode() : value.deepCopy();
    }

    private static JsonNode text(@Nullable String text) {
        return text == null ? JSON.nullNode() : JSON.stringNode(text);
    }

    private static JsonNode instant(@Nullable Instant instant) {
        return instant == null ? JSON.nullNode() : JSON.stringNode(Times.text(instant));
    }
}
