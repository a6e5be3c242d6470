package io.s360.iid.verify.clause;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.contract.source.ContractFiles;
import io.s360.iid.contract.source.Provenance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything that the document demands is in the inventory, where it stands and with what it says. */
class TermsTest {

    private final Contract contract = ContractReader.readBundled();
    private final Terms terms = Terms.of(contract);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AddMessages/request/body/messages/*/en#maxLength     | REQUEST   | maxLength: 1000
            AddMessages/request/body/messages#minItems           | REQUEST   | minItems: 1
            AddMessages/request/body#required:sessionId          | REQUEST   | required: [sessionToken, sessionId, messages]
            AddMessages/request/body#maxBytes                    | REQUEST   | body: {maxBytes: 65536
            GetContext/request/body#maxBytes                     | REQUEST   | body: {maxBytes: 16384
            GetContext/request/header/X-IID-TraceId#format       | REQUEST   | format: uuid
            GetContext/request/security#ApiKey                   | REQUEST   | name: X-IID-API-KEY
            GetContext/request/check#rate                        | REQUEST   | check: rate
            GetContext/200/header/X-IID-TraceId#required         | RESPONSE  | required: true
            GetContext/405/header/Allow#pattern                  | RESPONSE  | pattern: '^[A-Z]+
            GetContext/200/body/data/person/name/ar#maxLength    | RESPONSE  | ar: {type: string
            GetContext/200/body/data#additionalProperties        | RESPONSE  | additionalProperties: false
            GetContext/503#status                                | RESPONSE  | '503'
            GetContext/given parentSession ACTIVE#live:/data/language | DECISION | /data/language: parentSession.language
            CreateChildSession/given parentSession ACTIVE#then:create childSession | DECISION | then: [extend
            lifecycle/childSession#expires.idle                  | LIFECYCLE | PT15M
            lifecycle/message#limits.perParent                   | LIFECYCLE | perParent: 200
            """)
    void knowsWhereATermStands(String id, Term.Side side, String line) throws IOException {
        Term term = terms.find(id).orElseThrow();

        assertThat(term.side()).isEqualTo(side);
        assertThat(lineOf(term)).contains(line.replace("'503'", "503"));
    }

    private static String lineOf(Term term) throws IOException {
        String text = ContractFiles.bundled().text(term.place().file());
        return text.lines().toList().get(term.place().line() - 1);
    }

    @Test
    void knowsWhatIsDocumentedAndWhatIsAssumed() {
        assertThat(terms.find("LogoutChildSession/request/body#additionalProperties")
                        .orElseThrow()
                        .provenance())
                .isEqualTo(Provenance.DOCUMENTED);
        assertThat(terms.find("GetContext/request/body#additionalProperties")
                        .orElseThrow()
                        .provenance())
                .isEqualTo(Provenance.ASSUMED);
    }

    @Test
    void coversEveryAnswerAndEveryRow() {
        Set<String> ids = terms.all().stream().map(Term::id).collect(Collectors.toSet());

        assertThat(contract.operations()).allSatisfy(operation -> {
            assertThat(operation.answers().values())
                    .allSatisfy(answer -> assertThat(ids)
                            .contains(operation.id() + "/" + answer.status() + "/answer#" + answer.name()));
            assertThat(operation.decisions())
                    .allSatisfy(decision ->
                            assertThat(ids).contains(operation.id() + "/given " + decision.given() + "#answer"));
        });
    }

    /** Whatever keyword a schema has, it is either a term or one of those that demand nothing. */
    @Test
    void leavesNoDemandOut() {
        Set<String> known = terms.all().stream()
                .map(term -> term.keyword().replaceFirst(":.*", ""))
                .collect(Collectors.toSet());
        Set<String> demandNothing = Set.of("description", "nullable", "properties", "items", "x-provenance", "$ref");

        List<String> keywords = contract.root().get("components").get("schemas").members().values().stream()
                .flatMap(schema -> schema.value().propertyNames().stream())
                .distinct()
                .toList();

        assertThat(keywords)
                .filteredOn(keyword -> !demandNothing.contains(keyword))
                .isSubsetOf(known);
    }

    @Test
    void isTheSameInEveryRun() {
        assertThat(Terms.of(ContractReader.readBundled()).all().toString().getBytes(StandardCharsets.UTF_8))
                .isEqualTo(terms.all().toString().getBytes(StandardCharsets.UTF_8));
    }
}
