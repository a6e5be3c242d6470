package io.s360.iid.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.api.IidAuthorizationApi;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.contract.source.ContractFiles;
import io.s360.iid.verify.cases.Cast;
import io.s360.iid.verify.exchange.HouseTargets;
import io.s360.iid.verify.report.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/** An edit of the document is enough: mock and tests follow at once, and the server by the next build or by a red cell. */
class SpecIsTheOnlyPlaceTest {

    private static final String ROOT = ContractReader.ROOT;

    @TempDir
    private Path folder;

    @Test
    void theMockFollowsARenamedPath() throws IOException {
        edit(ROOT, text -> text.replace("/sso/session/logout:", "/sso/session/sign-out:"));

        Verdict verdict = judge(true, false);

        assertThat(verdict.findings()).isEmpty();
    }

    /** The build generates the interfaces anew, so what is compiled is what the document says. */
    @Test
    void theServerHasThePathsOfTheDocument() {
        List<String> compiled = Arrays.stream(IidAuthorizationApi.class.getMethods())
                .map(method -> AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class))
                .filter(mapping -> mapping != null)
                .flatMap(mapping -> Stream.of(mapping.value().length > 0 ? mapping.value() : mapping.path()))
                .toList();

        assertThat(compiled)
                .containsExactlyInAnyOrderElementsOf(ContractReader.readBundled().operations().stream()
                        .map(Operation::path)
                        .toList());
    }

    @Test
    void noPathAndNoRefusalTextStandsInTheCode() throws IOException {
        Contract contract = ContractReader.readBundled();
        List<String> texts = contract.operations().stream()
                .flatMap(operation -> Stream.concat(
                        Stream.of(operation.path()),
                        operation.answers().values().stream()
                                .flatMap(answer -> Stream.of(
                                        answer.body().at("/desc/code").asString(""),
                                        answer.body().at("/desc/ar").asString("")))))
                .filter(text -> text.length() > 10)
                .distinct()
                .toList();

        for (String module : List.of("server", "mock", "contract-tests")) {
            try (Stream<Path> sources = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                for (Path source : sources.filter(Files::isRegularFile).toList()) {
                    assertThat(Files.readString(source)).as(source.toString()).doesNotContain(texts);
                }
            }
        }
    }

    @Test
    void mockAndServerFollowAnotherSuccessText() throws IOException {
        edit("examples/LogoutChildSession-logged-out.yaml", text -> text.replace("en: Success", "en: Signed out"));

        Verdict verdict = judge(true, true);

        assertThat(verdict.findings()).isEmpty();
    }

    @Test
    void mockAndServerFollowALowerLimit() throws IOException {
        edit(ROOT, text -> text.replaceFirst("maxItems: 20", "maxItems: 3"));

        Verdict verdict = judge(true, true);

        assertThat(verdict.findings()).isEmpty();
    }

    @Test
    void anotherDecisionTurnsExactlyTheServersCellRed() throws IOException {
        edit(
                ROOT,
                text -> text.replace(
                        "{given: childSession ENDED by EXPIRED,   answer: session-expired,          x-provenance: assumed}",
                        "{given: childSession ENDED by EXPIRED,   answer: session-ended,            x-provenance: assumed}"));

        Verdict verdict = judge(true, true);

        assertThat(verdict.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.target()).isEqualTo("server");
            assertThat(finding.tried().row()).hasToString("LogoutChildSession · 401 session-ended");
            assertThat(finding.tried().clause()).contains("row 5 (given childSession ENDED by EXPIRED)");
            assertThat(finding.deviations().toString()).contains("SESSION_ENDED", "SESSION_EXPIRED");
        });
    }

    private Verdict judge(boolean mock, boolean server) {
        Contract contract = ContractReader.read(ContractFiles.in(folder), ROOT);
        String document = folder.resolve(ROOT).toUri().toString();
        Verification verification = new Verification(contract, document, Cast.ofDemo(contract), Map.of());
        verification.judgeExamples();
        try (HouseTargets house = HouseTargets.start(contract, new AdjustableClock())) {
            if (mock) {
                verification.judge(house.mock());
            }
            if (server) {
                verification.judge(house.server());
            }
        }
        return verification.verdict();
    }

    /** Copies the contract into a folder of its own, with one file changed. */
    private void edit(String file, UnaryOperator<String> change) throws IOException {
        Path original = Path.of("..", "api", "src", "main", "resources", "openapi");
        try (Stream<Path> files = Files.walk(original)) {
            for (Path from : files.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(original.relativize(from).toString());
                Files.createDirectories(to.getParent());
                Files.copy(from, to);
            }
        }
        Path edited = folder.resolve(file);
        String before = Files.readString(edited);
        String after = change.apply(before);
        assertThat(after).as("the edit of " + file).isNotEqualTo(before);
        Files.writeString(edited, after);
    }
}
