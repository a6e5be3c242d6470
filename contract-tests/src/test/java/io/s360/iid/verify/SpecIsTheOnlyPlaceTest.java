package io.s360.iid.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.api.IidAuthorizationApi;
import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.Resource;
import io.s360.iid.contract.Situation;
import io.s360.iid.contract.Standing;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.contract.source.ContractFiles;
import io.s360.iid.verify.cases.Case;
import io.s360.iid.verify.cases.Cast;
import io.s360.iid.verify.exchange.AdjustableClock;
import io.s360.iid.verify.exchange.HouseTargets;
import io.s360.iid.verify.report.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/** An edit of the document is enough: mock and tests follow at once, and the server by the next build or by a red cell. */
class SpecIsTheOnlyPlaceTest {

    private static final String ROOT = ContractReader.ROOT;
    private static final Operation LOGOUT = ContractReader.readBundled().operation("LogoutChildSession");

    @TempDir
    private Path folder;

    @Test
    void theMockFollowsARenamedPath() throws IOException {
        edit(ROOT, text -> text.replace(LOGOUT.path() + ":", LOGOUT.path() + "/for-good:"));

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
        edit(LOGOUT.success().place().file(), text -> text.replaceFirst("en: (.*)", "en: $1, indeed"));

        Verdict verdict = judge(true, true);

        assertThat(verdict.findings()).isEmpty();
    }

    @Test
    void mockAndServerFollowALowerLimit() throws IOException {
        Pattern limit = Pattern.compile("maxItems: ([0-9]+)");
        edit(
                ROOT,
                text -> limit.matcher(text)
                        .replaceFirst(found -> "maxItems: " + (Integer.parseInt(found.group(1)) - 1)));

        Verdict verdict = judge(true, true);

        assertThat(verdict.findings()).isEmpty();
    }

    /** The row that speaks of expired child sessions is given the answer of the row below it. */
    @Test
    void anotherDecisionTurnsExactlyTheServersCellRed() throws IOException {
        Decision edited = LOGOUT.decide(expired());
        Answer other = LOGOUT.decisions().get(edited.row()).answer();
        edit(ROOT, text -> {
            List<String> lines = new ArrayList<>(text.lines().toList());
            int at = edited.place().line() - 1;
            lines.set(at, lines.get(at).replace("answer: " + edited.answer().name(), "answer: " + other.name()));
            return String.join("\n", lines);
        });

        Verdict verdict = judge(true, true);

        assertThat(verdict.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.target()).isEqualTo("server");
            assertThat(finding.tried().row()).isEqualTo(new Case.Row(LOGOUT.id(), other.status(), other.name()));
            assertThat(finding.tried().clause()).contains(edited.toString());
            assertThat(finding.deviations().toString())
                    .contains(codeOf(edited.answer()))
                    .contains(codeOf(other));
        });
    }

    private static Situation expired() {
        Standing standing = Standing.endedBy(Resource.EXPIRED);
        return new Situation(true, Map.of("parentSession", Standing.active(), "childSession", standing), Set.of());
    }

    private static String codeOf(Answer answer) {
        return answer.body().at("/desc/code").asString();
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
