package io.s360.iid.mock.document;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.AnnotationKeyword;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Judges bodies by the text of a document as it stands in the file: another reader, no tolerance, and nothing that the
 * mock has made of it.
 */
final class RawJudge {

    private static final String ADDRESS = "https://raw.invalid/document.json";

    private final Schema document;

    RawJudge(String json, boolean isOpenApi30) {
        // Without the discriminator: it cannot change what is valid, and this validator lets it.
        Dialect dialect = Dialect.builder(isOpenApi30 ? Dialects.getOpenApi30() : Dialects.getOpenApi31())
                .keyword(new AnnotationKeyword("discriminator"))
                // What is only written should not be answered, but may be (OpenAPI 3.0.3, 4.7.24.2).
                .keyword(new AnnotationKeyword("writeOnly"))
                .unknownKeywordFactory((name, context) -> new AnnotationKeyword(name))
                .build();
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .pathType(PathType.JSON_POINTER)
                .build();
        this.document = SchemaRegistry.withDefaultDialect(
                        dialect, builder -> builder.schemaRegistryConfig(config).schemas(Map.of(ADDRESS, json)))
                .loadSchema(SchemaLocation.of(ADDRESS), false);
    }

    /**
     * What is wrong with the body of an answer.
     *
     * @param way names and indices that lead to the schema
     */
    List<Error> errors(List<String> way, byte[] body) {
        NodePath path = new NodePath(PathType.JSON_POINTER);
        JsonNode at = document.getSchemaNode();
        for (String step : way) {
            path = at.isArray() ? path.append(Integer.parseInt(step)) : path.append(step);
            at = at.isArray() ? at.get(Integer.parseInt(step)) : at.get(step);
        }
        String text = new String(body, StandardCharsets.UTF_8);
        return document.getRefSchema(path)
                .validate(
                        text,
                        InputFormat.JSON,
                        execution -> execution.executionConfig(execute -> execute.writeOnly(true)));
    }
}
