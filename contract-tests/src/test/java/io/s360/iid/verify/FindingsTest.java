package io.s360.iid.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.verify.cases.Cast;
import io.s360.iid.verify.exchange.AdjustableClock;
import io.s360.iid.verify.exchange.HouseTargets;
import io.s360.iid.verify.exchange.Response;
import io.s360.iid.verify.fault.Meddling;
import io.s360.iid.verify.fault.MeddlingProxy;
import io.s360.iid.verify.report.Finding;
import io.s360.iid.verify.report.Verdict;
import io.s360.iid.verify.report.VerdictText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One thing wrong with one target turns exactly its cells red, and the finding says how to see it. */
class FindingsTest {

    /** The operation that goes wrong, and one beside it that does not. */
    private static final Set<String> JUDGED = Set.of("RefreshChildSession", "LogoutChildSession");

    private final Contract contract = ContractReader.readBundled();
    private final String refresh = contract.operation("RefreshChildSession").path();

    @TempDir
    private Path folder;

    @Test
    void aWrongStatusOfTheMockAlone() {
        Findings found = judge(
                (path, response) -> path.equals(refresh) && response.text().contains("SESSION_EXPIRED")
                        ? new Response(410, response.headers(), response.body())
                        : response,
                (path, response) -> response);

        assertThat(found.redCells()).containsExactly("mock RefreshChildSession · 401 session-expired");
        assertThat(found.verdict().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.tried().clause()).contains("childSession ENDED by EXPIRED");
            assertThat(finding.deviations().toString()).contains("expected 401", "got 410");
        });
        assertThat(found.shown()).startsWith("HTTP/1.1 410");
    }

    @Test
    void aDroppedMemberOfTheServerAlone() {
        Findings found = judge(
                (path, response) -> response,
                (path, response) -> path.equals(refresh) && response.status() == 200
                        ? new Response(200, response.headers(), without(response, ",\"code\":null"))
                        : response);

        assertThat(found.redCells()).containsExactly("server RefreshChildSession · 200 refreshed");
        assertThat(found.verdict().findings())
                .allSatisfy(finding ->
                        assertThat(finding.deviations().toString()).contains("/desc/code", "no such member"));
        assertThat(found.shown()).startsWith("HTTP/1.1 200").doesNotContain("\"code\":null");
    }

    @Test
    void oneCauseIsOneEntry() {
        Findings found = judge(
                (path, response) -> path.equals(refresh) && response.status() == 415
                        ? new Response(400, response.headers(), response.body())
                        : response,
                (path, response) -> response);

        assertThat(found.verdict().findings()).hasSizeGreaterThan(5);
        assertThat(VerdictText.lines(found.verdict()))
                .filteredOn(line -> line.startsWith("RED"))
                .singleElement()
                .asString()
                .contains(
                        "RefreshChildSession: check content-type",
                        found.verdict().findings().size() + " times");
    }

    private static byte[] without(Response response, String text) {
        assertThat(response.text()).contains(text);
        return response.text().replace(text, "").getBytes(StandardCharsets.UTF_8);
    }

    private Findings judge(
            BiFunction<String, Response, Response> ofMock, BiFunction<String, Response, Response> ofServer) {
        Verification verification =
                new Verification(contract, VerifyMain.BUNDLED_DOCUMENT, Cast.ofDemo(contract), Map.of(), JUDGED);
        verification.judgeExamples();
        try (HouseTargets house = HouseTargets.start(contract, new AdjustableClock());
                MeddlingProxy mock = new MeddlingProxy(house.mock(), Meddling.ofAnswers(ofMock));
                MeddlingProxy server = new MeddlingProxy(house.server(), Meddling.ofAnswers(ofServer))) {
            verification.judge(mock);
            verification.judge(server);
            return new Findings(
                    verification.verdict(),
                    typed(verification.verdict().findings().get(0)));
        }
    }

    /** What a shell shows when the line of a finding is typed into it. */
    private String typed(Finding finding) {
        try {
            Path script = Files.writeString(folder.resolve("line.sh"), finding.curl());
            Process shell = new ProcessBuilder("bash", script.toString())
                    .redirectError(folder.resolve("errors").toFile())
                    .start();
            String shown = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(shell.waitFor())
                    .as(Files.readString(folder.resolve("errors")))
                    .isZero();
            return shown;
        } catch (java.io.IOException | InterruptedException failed) {
            throw new AssertionError(finding.curl(), failed);
        }
    }

    private record Findings(Verdict verdict, String shown) {

        List<String> redCells() {
            return verdict.columns().stream()
                    .flatMap(column -> verdict.rows().stream()
                            .filter(row -> verdict.cell(column, row).isRed())
                            .map(row -> column + " " + row))
                    .toList();
        }
    }
}
