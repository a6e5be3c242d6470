package io.s360.iid.mock.document.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.s360.iid.mock.document.source.Library;
import io.s360.iid.mock.document.source.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SamplerTest {

    @TempDir
    private Path folder;

    private final List<String> notes = new ArrayList<>();

    private Optional<JsonNode> sample(OpenApi version, String schema, Direction direction, long seed) {
        try {
            Part part = Library.of(Files.writeString(folder.resolve("schema.json"), schema))
                    .root();
            Library library = Library.of(folder.resolve("schema.json"));
            SchemaJudge judge = new SchemaJudge(library, version, (spot, what) -> notes.add(what));
            return new Sampler(judge, version)
                    .sample(part, direction, seed, (spot, what) -> notes.add(spot.pointer() + " " + what));
        } catch (IOException noFolder) {
            throw new java.io.UncheckedIOException(noFolder);
        }
    }

    private JsonNode sampled(OpenApi version, String schema) {
        return sample(version, schema, Direction.RESPONSE, 1).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 'string', 'format': 'date-time'}",
                "{'type': 'string', 'format': 'date'}",
                "{'type': 'string', 'format': 'time'}",
                "{'type': 'string', 'format': 'duration'}",
                "{'type': 'string', 'format': 'uuid'}",
                "{'type': 'string', 'format': 'email'}",
                "{'type': 'string', 'format': 'uri', 'maxLength': 12}",
                "{'type': 'string', 'format': 'uri-reference'}",
                "{'type': 'string', 'format': 'uri-template'}",
                "{'type': 'string', 'format': 'hostname'}",
                "{'type': 'string', 'format': 'ipv4'}",
                "{'type': 'string', 'format': 'ipv6'}",
                "{'type': 'string', 'format': 'json-pointer'}",
                "{'type': 'string', 'format': 'regex'}",
                "{'type': 'string', 'format': 'never-heard-of', 'minLength': 70, 'maxLength': 71}",
                "{'type': 'string', 'minLength': 3, 'maxLength': 3}",
                "{'type': 'string', 'maxLength': 0}",
                "{'type': 'string', 'pattern': '^[A-Z]{2}\\\\d{6,}$', 'minLength': 20, 'maxLength': 24}",
                "{'type': 'string', 'pattern': 'x+y*'}",
                "{'type': 'string', 'pattern': '^(?!0)[0-9]{5}$'}",
                "{'type': 'string', 'pattern': '^\\\\p{Lu}\\\\w+$'}",
                "{'type': 'string', 'format': 'date', 'pattern': '^2026-'}",
                "{'type': 'integer', 'minimum': -3, 'maximum': -2}",
                "{'type': 'integer', 'exclusiveMinimum': 4, 'exclusiveMaximum': 6}",
                "{'type': 'integer', 'multipleOf': 7, 'minimum': 30}",
                "{'type': 'integer', 'minimum': 12345678901234567890}",
                "{'type': 'number', 'exclusiveMinimum': 0, 'exclusiveMaximum': 0.001}",
                "{'type': 'number', 'multipleOf': 0.25, 'maximum': -1}",
                "{'type': 'number', 'maximum': 0.5}",
                "{'type': ['null', 'integer'], 'minimum': 4}",
                "{'enum': ['a', 4, null]}",
                "{'const': {'a': [1]}}",
                "{'type': 'array', 'items': {'type': 'boolean'}, 'minItems': 3, 'maxItems': 3}",
                "{'type': 'array', 'uniqueItems': true, 'minItems': 3, 'items': {'enum': [1, 2, 3]}}",
                "{'type': 'array', 'prefixItems': [{'type': 'string'}, {'type': 'integer'}], 'items': false}",
                "{'type': 'array', 'contains': {'const': 5}}",
                "{'type': 'object', 'minProperties': 2, 'additionalProperties': {'type': 'integer'}}",
                "{'type': 'object', 'minProperties': 2, 'propertyNames': {'pattern': '^x-[a-z]+$'}}",
                "{'patternProperties': {'^n_[a-z]{3}$': {'type': 'integer'}}, 'additionalProperties': false, 'minProperties': 1}",
                "{'properties': {'a': {'type': 'integer'}, 'b': {'type': 'integer'}}, 'maxProperties': 1, 'required': ['b']}",
                "{'type': 'object', 'required': ['undeclared']}",
                "{'allOf': [{'type': 'object', 'required': ['a']}, {'properties': {'a': {'type': 'integer'}}}]}",
                "{'allOf': [{'type': 'integer', 'minimum': 5}, {'maximum': 5}]}",
                "{'oneOf': [{'type': 'null'}, {'type': 'string'}]}",
                "{'oneOf': [{'properties': {'a': {'type': 'integer'}}}, {'required': ['a']}]}",
                "{'anyOf': [{'type': 'string', 'maxLength': 2}, {'type': 'integer'}], 'not': {'type': 'string'}}",
                "{'type': 'object', 'properties': {'k': {'enum': ['x', 'y']}, 'v': {}}, 'required': ['k'],"
                        + " 'if': {'properties': {'k': {'const': 'x'}}}, 'then': {'required': ['v']}}",
                "{'properties': {'a': {'type': 'integer'}, 'b': {'type': 'string'}}, 'dependentRequired': {'a': ['b']}}",
                "{'properties': {'a': {'type': 'integer'}}, 'unevaluatedProperties': false, 'minProperties': 1}",
                "{'$defs': {'n': {'type': 'object', 'required': ['kids'], 'properties': {'kids': {'type': 'array',"
                        + " 'items': {'$ref': '#/$defs/n'}}, 'up': {'$ref': '#/$defs/n'}}}}, '$ref': '#/$defs/n'}",
                "{'$defs': {'n': {'type': 'object', 'required': ['up'], 'properties': {'up':"
                        + " {'anyOf': [{'$ref': '#/$defs/n'}, {'type': 'null'}]}}}}, '$ref': '#/$defs/n'}",
                "{'$defs': {'s': {'$anchor': 'short', 'type': 'string', 'maxLength': 3}}, '$ref': '#short'}",
                "{'$ref': '#/$defs/s', 'maxLength': 4, '$defs': {'s': {'type': 'string', 'minLength': 4}}}",
                "{}",
                "true"
            })
    void makesWhatIndependentJudgeAccepts(String quoted) {
        String schema = quoted.replace('\'', '"');

        JsonNode value = sampled(OpenApi.V3_1, schema);

        SchemaRegistry plain = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        assertThat(plain.getSchema(schema)
                        .validate(
                                value.toString(),
                                InputFormat.JSON,
                                execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .as("%s by %s", value, schema)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"string\", \"minLength\": 3, \"maxLength\": 2}",
                "{\"allOf\": [{\"type\": \"string\"}, {\"type\": \"integer\"}]}",
                "{\"type\": \"object\", \"required\": [\"a\"], \"properties\": {\"a\": {\"$ref\": \"#\"}}}",
                "{\"type\": \"object\", \"required\": [\"a\"], \"properties\": {\"a\": {\"$ref\": \"#/gone\"}}}",
                "{\"type\": \"integer\", \"minimum\": 5, \"maximum\": 4}",
                "false"
            })
    void findsNothingWhereNothingIsValid(String schema) {
        assertThat(sample(OpenApi.V3_1, schema, Direction.RESPONSE, 1)).isEmpty();
    }

    @Test
    void readsKeywordsOfOpenApi30() {
        assertThat(sampled(
                                OpenApi.V3_0,
                                "{\"type\": \"integer\", \"minimum\": 4, \"exclusiveMinimum\": true, \"maximum\": 5}")
                        .intValue())
                .isEqualTo(5);
        assertThat(sampled(OpenApi.V3_0, "{\"type\": \"string\", \"nullable\": true}")
                        .isString())
                .isTrue();
        String required = "{\"type\": \"object\", \"required\": [\"up\"], \"properties\": {\"up\":"
                + " {\"type\": \"object\", \"nullable\": true, \"allOf\": [{\"$ref\": \"#\"}]}}}";
        assertThat(sample(OpenApi.V3_0, required, Direction.RESPONSE, 1)).isEmpty();
    }

    @Test
    void leavesOutWhatGoesTheOtherWay() {
        String schema = """
                {"type": "object", "required": ["id", "password", "name"], "properties": {
                  "id": {"type": "integer", "readOnly": true}, "name": {"type": "string"},
                  "password": {"type": "string", "writeOnly": true}}}
                """;

        assertThat(sample(OpenApi.V3_0, schema, Direction.RESPONSE, 1)
                        .orElseThrow()
                        .propertyNames())
                .containsExactly("id", "name");
        assertThat(sample(OpenApi.V3_0, schema, Direction.REQUEST, 1)
                        .orElseThrow()
                        .propertyNames())
                .containsExactly("name", "password");
    }

    @Test
    void marksKindsByTheirDiscriminator() {
        String schema = """
                {"oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}],
                 "discriminator": {"propertyName": "kind", "mapping": {"meow": "#/components/schemas/Cat"}},
                 "components": {"schemas": {
                   "Pet": {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}},
                           "discriminator": {"propertyName": "kind"}},
                   "Cat": {"allOf": [{"$ref": "#/components/schemas/Pet"}, {"required": ["lives"], "properties": {"lives": {"type": "integer"}}}]},
                   "Dog": {"allOf": [{"$ref": "#/components/schemas/Pet"}]}}}}
                """;

        assertThat(sampled(OpenApi.V3_0, schema.replace("oneOf", "anyOf"))
                        .get("kind")
                        .stringValue())
                .isEqualTo("meow");
        assertThat(sampled(
                                OpenApi.V3_0,
                                "{\"$ref\": \"#/components/schemas/Dog\", "
                                        + schema.substring(1).replace("oneOf", "x"))
                        .get("kind")
                        .stringValue())
                .isEqualTo("Dog");
    }

    @Test
    void showsWhatTheDocumentShowsIfItIsValid() {
        String schema = """
                {"type": "object", "properties": {
                  "good": {"type": "string", "example": "shown"}, "usual": {"type": "integer", "default": 42},
                  "bad": {"type": "integer", "example": "seven"}}}
                """;

        JsonNode value = sampled(OpenApi.V3_0, schema);

        assertThat(value.get("good").stringValue()).isEqualTo("shown");
        assertThat(value.get("usual").intValue()).isEqualTo(42);
        assertThat(value.get("bad").isInt()).isTrue();
        assertThat(notes).containsOnly("/properties/bad/example the example breaks its own schema");
    }

    @Test
    void keepsLargeValuesSmall() {
        StringBuilder schema = new StringBuilder("{\"$ref\": \"#/$defs/l0\", \"$defs\": {");
        for (int level = 0; level < 8; level++) {
            schema.append("\"l").append(level).append("\": {\"type\": \"object\", \"properties\": {");
            for (int member = 0; member < 10; member++) {
                schema.append(member == 0 ? "" : ",")
                        .append("\"m")
                        .append(member)
                        .append("\": {\"$ref\": \"#/$defs/l");
                schema.append(level + 1).append("\"}");
            }
            schema.append("}},");
        }
        schema.append("\"l8\": {\"type\": \"integer\"}}}");

        JsonNode value = sampled(OpenApi.V3_1, schema.toString());

        assertThat(value.toString()).hasSizeLessThan(20_000);
        assertThat(value.get("m9").has("m9")).isTrue();
    }

    @Test
    void makesTheSameFromTheSameSeed() {
        String schema = "{\"type\": \"array\", \"minItems\": 9, \"items\": {\"type\": \"string\"}}";

        Optional<JsonNode> one = sample(OpenApi.V3_1, schema, Direction.RESPONSE, 5);

        assertThat(sample(OpenApi.V3_1, schema, Direction.RESPONSE, 5)).isEqualTo(one);
        assertThat(sample(OpenApi.V3_1, schema, Direction.RESPONSE, 6)).isNotEqualTo(one);
    }

    @Test
    void passesOverKeywordsThatCannotBeUnderstood() {
        JsonNode value = sampled(OpenApi.V3_1, "{\"type\": \"string\", \"pattern\": \"(\", \"minLength\": 4}");

        assertThat(value.stringValue()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(notes).contains("pattern has a value that cannot be understood, and is passed over");
    }
}
