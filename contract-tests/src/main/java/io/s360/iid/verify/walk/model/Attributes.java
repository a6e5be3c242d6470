package io.s360.iid.verify.walk.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What answers say of a resource, by the names that decisions use. */
final class Attributes {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final DateTimeFormatter TEXT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    private Attributes() {}

    /** What is known of an attribute before it has been answered. */
    static Foretold.Value read(@Nullable Thing thing, String attribute) {
        Thing one = Objects.requireNonNull(thing);
        boolean isName = attribute.equals(one.kind().key()) || attribute.equals("id");
        if (isName) {
            return one.number() == 0 ? new Foretold.Value.Anything() : new Foretold.Value.KeyOf(one.number());
        }
        Life life = one.life();
        return switch (attribute) {
            case "owner" -> exactly(JSON.stringNode(String.valueOf(one.owner())));
            case "sequence" -> exactly(JSON.numberNode(one.sequence()));
            case "createdAt" -> time(life == null ? null : life.createdAt(), life);
            case "expiresAt" -> time(life == null ? null : life.expiresAt(), life);
            case "maxExpiresAt" -> time(life == null ? null : life.maxExpiresAt(), life);
            case "lastExtendedAt" -> time(life == null ? null : life.lastExtendedAt(), life);
            default -> declared(one, "/" + attribute);
        };
    }

    private static Foretold.Value time(@Nullable Instant time, @Nullable Life life) {
        if (life == null) {
            return new Foretold.Value.Anything();
        }
        return exactly(time == null ? JSON.nullNode() : JSON.stringNode(TEXT.format(time)));
    }

    private static Foretold.Value declared(Thing one, String pointer) {
        JsonNode value = one.attributes().at(pointer);
        return value.isMissingNode() ? new Foretold.Value.Anything() : exactly(value);
    }

    static Foretold.Value exactly(JsonNode value) {
        return new Foretold.Value.Exactly(value);
    }
}
