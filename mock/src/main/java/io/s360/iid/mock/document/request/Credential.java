package io.s360.iid.mock.document.request;

import io.s360.iid.mock.document.schema.Notes;
import io.s360.iid.mock.document.source.Part;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something by which a caller says who they are.
 *
 * @param in {@code header}, {@code query} or {@code cookie}
 * @param scheme of HTTP authentication; null if it is a key of its own
 */
record Credential(String in, String name, @Nullable String scheme) {

    private static final String AUTHORIZATION = "Authorization";

    /** What a security scheme asks for; empty if that cannot be seen in a request. */
    static Optional<Credential> of(Part definition, Notes notes) {
        return switch (definition.text("type").orElse("")) {
            case "apiKey" ->
                Optional.of(new Credential(
                        definition.text("in").orElse("header"),
                        definition.text("name").orElse(AUTHORIZATION),
                        null));
            case "http" ->
                Optional.of(new Credential(
                        "header",
                        AUTHORIZATION,
                        SecurityRules.capitalized(definition.text("scheme").orElse("bearer"))));
            case "oauth2", "openIdConnect" -> Optional.of(new Credential("header", AUTHORIZATION, "Bearer"));
            default -> {
                notes.tell(definition.spot(), "credentials of this type cannot be seen, and are not asked for");
                yield Optional.empty();
            }
        };
    }

    boolean isIn(Call call) {
        return switch (in) {
            case "query" -> QueryText.of(call.query()).has(name);
            case "cookie" -> Cookies.in(call).containsKey(name);
            default ->
                call.header(name).stream()
                        .anyMatch(value -> scheme == null
                                ? !value.isBlank()
                                : value.regionMatches(true, 0, scheme + " ", 0, scheme.length() + 1));
        };
    }

    /** As problems name places. */
    String where() {
        return in.equals("header") ? name : in + "." + name;
    }

    @Override
    public String toString() {
        return scheme == null ? in + " " + name : name + ": " + scheme + " …";
    }
}
