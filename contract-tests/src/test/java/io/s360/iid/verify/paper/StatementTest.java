package io.s360.iid.verify.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StatementTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void keepsItsSchema() throws IOException {
        assertThat(errors(Statement.of(Samples.healthy()))).isEmpty();
        assertThat(errors(Statement.of(Samples.faulty()))).isEmpty();
        assertThat(errors(Statement.of(Samples.healthy()).replace("\"kept\"", "\"well\"")))
                .isNotEmpty();
    }

    @Test
    void saysWhatWasFound() {
        JsonNode healthy = JSON.readTree(Statement.of(Samples.healthy()));
        JsonNode faulty = JSON.readTree(Statement.of(Samples.faulty()));

        assertThat(healthy.at("/verdict").asString()).isEqualTo("kept");
        assertThat(healthy.at("/startedAt").asString()).isEqualTo("2026-01-15T08:00:00.123Z");
        assertThat(healthy.at("/seconds").asDouble()).isEqualTo(21.34);
        assertThat(healthy.at("/seed").asLong()).isEqualTo(360);
        assertThat(faulty.at("/verdict").asString()).isEqualTo("broken");
        assertThat(faulty.at("/causes"))
                .isNotEmpty()
                .allSatisfy(cause -> assertThat(cause.at("/target").asString()).isEqualTo("server"));
        assertThat(faulty.at("/questions"))
                .singleElement()
                .satisfies(question ->
                        assertThat(question.at("/target").asString()).isEqualTo(Samples.LIVE));
    }

    @Test
    void showsNoSecret() {
        assertThat(Statement.of(Samples.faulty())).contains("$S360_CLIENT_KEY").doesNotContain(Samples.SECRET);
    }

    private static List<Error> errors(String statement) throws IOException {
        try (InputStream in = Objects.requireNonNull(Statement.class.getResourceAsStream("statement.schema.json"))) {
            String schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema, InputFormat.JSON)
                    .validate(statement, InputFormat.JSON);
        }
    }
}
