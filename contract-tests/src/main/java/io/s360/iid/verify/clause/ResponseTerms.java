package io.s360.iid.verify.clause;

import io.s360.iid.contract.Operation;
import io.s360.iid.contract.source.Clause;
import java.util.ArrayList;
import java.util.List;

/** What an operation promises of its responses: of each status, and of each named answer. */
final class ResponseTerms {

    private final Operation operation;
    private final List<Term> terms = new ArrayList<>();

    private ResponseTerms(Operation operation) {
        this.operation = operation;
    }

    static List<Term> of(Operation operation, Clause clause) {
        ResponseTerms found = new ResponseTerms(operation);
        clause.get("responses")
                .members()
                .forEach((status, response) -> found.add(Integer.parseInt(status), clause.get("responses"), response));
        return found.terms;
    }

    private void add(int status, Clause responses, Clause response) {
        terms.add(draft(status, "status", "").term("", "status", "", responses, "/" + status));
        addAnswers(status);
        response.get("headers").members().forEach((name, header) -> {
            Draft draft = draft(status, "header " + name, "/header/" + name);
            if (header.get("required").value().booleanValue()) {
                terms.add(draft.term("required", header));
            }
            terms.addAll(SchemaTerms.ofHeader(draft, header.get("schema")));
        });
        response.get("content").members().forEach((type, content) -> {
            terms.add(draft(status, "media type", "/media-type").term("", type, "", content, ""));
            terms.addAll(SchemaTerms.of(draft(status, Term.BODY, "/body"), content.get("schema")));
        });
    }

    /** The example fixes all that is not live: numbers, names and texts in both languages. */
    private void addAnswers(int status) {
        operation.answers().values().stream()
                .filter(answer -> answer.status() == status)
                .forEach(answer -> terms.add(new Term(
                        TermIds.ofAnswer(operation, answer),
                        Term.Side.RESPONSE,
                        operation.id(),
                        status,
                        "answer",
                        "",
                        answer.name(),
                        "",
                        answer.place(),
                        answer.provenance(),
                        answer.schema())));
    }

    private Draft draft(int status, String part, String path) {
        return Draft.ofResponse(operation.id(), status, part, path);
    }
}
