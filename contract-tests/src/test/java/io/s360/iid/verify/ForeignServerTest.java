package io.s360.iid.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.verify.cases.Cast;
import io.s360.iid.verify.exchange.LiveTarget;
import io.s360.iid.verify.report.Finding;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A server in another language that the verifier has never seen is judged rightly: nothing is found but its mistakes. */
class ForeignServerTest {

    private static final Set<String> ITS_OPERATIONS = Set.of("CreateChildSession", "LogoutChildSession");

    private final Contract contract = ContractReader.readBundled();

    @TempDir
    private Path folder;

    @BeforeAll
    static void demandNode() {
        ForeignServer.demandNode();
    }

    /**
     * A mistake, and what must be found because of it.
     *
     * @param rows in which there is something to be found
     * @param deviation what each finding says
     */
    record Mistake(String name, List<String> rows, String deviation) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Mistake> mistakes() {
        return Stream.of(
                new Mistake(
                        "ends-twice", List.of("LogoutChildSession · 401 already-logged-out"), "expected 401, got 200"),
                new Mistake("forgets-a-member", List.of("CreateChildSession · 200 created"), "/data/maxExpiresAt"),
                new Mistake(
                        "accepts-a-longer-token",
                        List.of(
                                "CreateChildSession · 400 validation-failed",
                                "LogoutChildSession · 400 validation-failed"),
                        "expected 400, got 401"),
                new Mistake(
                        "does-not-say-what-is-allowed",
                        List.of(
                                "CreateChildSession · 405 method-not-allowed",
                                "LogoutChildSession · 405 method-not-allowed"),
                        "header Allow"));
    }

    @Test
    void nothingIsFoundWhereNothingIsWrong() throws IOException {
        List<Finding> findings = judge("");

        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void exactlyTheMistakeIsFound(Mistake mistake) throws IOException {
        List<Finding> findings = judge(mistake.name());

        assertThat(findings.stream()
                        .map(finding -> finding.tried().row().toString())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(mistake.rows());
        assertThat(findings)
                .allSatisfy(
                        finding -> assertThat(finding.deviations().toString()).contains(mistake.deviation()));
    }

    /** A second logout that succeeds breaks what is documented; the other mistakes are questions. */
    @ParameterizedTest
    @CsvSource({"'', 0", "ends-twice, 1", "forgets-a-member, 0"})
    void theCommandLineSaysTheSame(String mistakes, int exitCode) throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        try (ForeignServer server = ForeignServer.start(contract, folder, mistakes)) {
            int code = VerifyMain.run(
                    Map.of(),
                    new PrintWriter(out),
                    new PrintWriter(err),
                    "--target",
                    server.baseUri().toString(),
                    "--only",
                    String.join(",", ITS_OPERATIONS));

            assertThat(code).as(out + "\n" + err).isEqualTo(exitCode);
        }
        assertThat(out.toString().lines().filter(line -> line.startsWith("RED ") || line.startsWith("ASK ")))
                .hasSize(mistakes.isEmpty() ? 0 : 1);
    }

    private List<Finding> judge(String mistakes) throws IOException {
        Verification verification = new Verification(
                contract, VerifyMain.BUNDLED_DOCUMENT, Cast.ofDemo(contract), Map.of(), ITS_OPERATIONS);
        try (ForeignServer server = ForeignServer.start(contract, folder, mistakes)) {
            verification.judge(LiveTarget.at("foreign", server.baseUri(), contract));
        }
        return verification.verdict().findings();
    }
}
