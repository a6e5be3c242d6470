package io.s360.iid.contract.schema;

import io.s360.iid.contract.source.Clause;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** What a keyword of a schema demands, as the document words it. */
final class Demand {

    private Demand() {}

    /**
     * The keyword and its value.
     *
     * @param at the pointer of the keyword within its file
     * @param member which member the keyword demands; null if it is not about one
     */
    static String of(Clause file, String at, String keyword, @Nullable String member) {
        if (keyword.equals("required") && member != null) {
            return "required: " + member;
        }
        JsonPointer pointer = JsonPointer.compile(at);
        JsonNode value = file.value().at(pointer);
        if (value.isMissingNode()) {
            return keyword;
        }
        String nullable = keyword.equals("type") && isNullable(file.value().at(pointer.head())) ? ", or null" : "";
        return keyword + ": " + asYaml(value) + nullable;
    }

    private static boolean isNullable(JsonNode schema) {
        return schema.path("nullable").asBoolean(false);
    }

    private static String asYaml(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(Demand::asYaml).collect(Collectors.joining(", ", "[", "]"));
        }
        return value.isString() ? value.stringValue() : value.toString();
    }
}
