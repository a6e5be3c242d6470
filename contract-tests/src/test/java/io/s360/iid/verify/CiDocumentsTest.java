package io.s360.iid.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The ready steps for CI are YAML, call the verifier as it is, and have no secret in them. */
class CiDocumentsTest {

    private static final Pattern CALL = Pattern.compile("[.]/s360 verify (.*)");

    @ParameterizedTest
    @ValueSource(strings = {"github-actions.yml", "azure-pipelines.yml"})
    void callsTheVerifierWithOptionsThatItHas(String name) throws IOException {
        String text = Files.readString(Path.of("..", "docs", "ci", name));

        Object read = new Load(LoadSettings.builder().build()).loadFromString(text);

        assertThat(read)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsKey("jobs");
        List<String> calls = CALL.matcher(text)
                .results()
                .map((MatchResult call) -> call.group(1))
                .toList();
        assertThat(calls).singleElement().satisfies(call -> {
            StringWriter err = new StringWriter();
            String[] arguments = call.replace("\"$S360_TARGET\"", "http://localhost:1")
                    .replace(
                            "contract-report",
                            Files.createTempDirectory("report").toString())
                    .split(" ");

            int exit = VerifyMain.run(
                    Map.of(), new PrintWriter(new StringWriter()), new PrintWriter(err, true), arguments);

            assertThat(exit).isEqualTo(2);
            assertThat(err.toString()).contains("does not answer");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"github-actions.yml", "azure-pipelines.yml"})
    void handsCredentialsOverInTheEnvironment(String name) throws IOException {
        String text = Files.readString(Path.of("..", "docs", "ci", name));

        assertThat(text.lines().filter(line -> line.contains("S360_CLIENT_KEY:")))
                .singleElement()
                .asString()
                .contains("$");
    }
}
