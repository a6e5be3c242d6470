package io.s360.iid.mock.document.schema;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AnnotationKeyword;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import java.util.Set;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/**
 * A keyword that is passed over, and told, where its value is none that JSON Schema knows: a pattern that is not one, or
 * {@code exclusiveMinimum: true} in OpenAPI 3.1. Else the one mistake would take all else of the schema with it.
 */
record TolerantKeyword(Keyword strict, BiConsumer<SchemaLocation, String> told) implements Keyword {

    /** The keywords that are checked for such values as soon as a schema is compiled. */
    static final Set<String> FALLIBLE = Set.of(
            "pattern",
            "patternProperties",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minLength",
            "maxLength",
            "enum",
            "required");

    @Override
    public String getValue() {
        return strict.getValue();
    }

    @Override
    public KeywordValidator newValidator(
            SchemaLocation location, JsonNode value, Schema parent, SchemaContext context) {
        try {
            return strict.newValidator(location, value, parent, context);
        } catch (Exception notUnderstood) { // whatever the library throws: it declares no less
            told.accept(location, getValue() + " has a value that cannot be understood, and is passed over");
            return new AnnotationKeyword(getValue()).newValidator(location, value, parent, context);
        }
    }
}
