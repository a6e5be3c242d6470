package io.s360.iid.verify.clause;

import io.s360.iid.contract.Check;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.source.Clause;
import java.util.ArrayList;
import java.util.List;

/** What an operation demands of its requests. */
final class RequestTerms {

    private final Contract contract;
    private final Operation operation;
    private final Clause clause;
    private final List<Term> terms = new ArrayList<>();

    private RequestTerms(Contract contract, Operation operation, Clause clause) {
        this.contract = contract;
        this.operation = operation;
        this.clause = clause;
    }

    static List<Term> of(Contract contract, Operation operation, Clause clause) {
        RequestTerms found = new RequestTerms(contract, operation, clause);
        found.addChecks();
        found.addSecurity();
        found.addHeaders();
        found.addBody();
        return found.terms;
    }

    private void addChecks() {
        Draft draft = Draft.ofRequest(operation.id(), "check", "/check");
        Clause checks = contract.root().get("x-requests").get("checks");
        for (int at = 0; at < contract.checks().size(); at++) {
            Check check = contract.checks().get(at);
            Clause stated = checks.items().get(at);
            terms.add(draft.term("", check.kind().key(), check.fails(), stated, "/check"));
        }
    }

    private void addSecurity() {
        Draft draft = Draft.ofRequest(operation.id(), "security", "/security");
        Clause security = clause.get("security");
        Clause schemes = contract.root().get("components").get("securitySchemes");
        for (String name : security.items().get(0).value().propertyNames()) {
            Clause scheme = schemes.get(name);
            terms.add(draft.term("", name, scheme.get("name").text(), scheme, "/name"));
        }
    }

    private void addHeaders() {
        for (Clause parameter : clause.find("parameters").map(Clause::items).orElse(List.of())) {
            String name = parameter.get("name").text();
            Draft draft = Draft.ofRequest(operation.id(), "header " + name, "/header/" + name);
            if (parameter.get("required").value().booleanValue()) {
                terms.add(draft.term("required", parameter));
            }
            terms.addAll(SchemaTerms.ofHeader(draft, parameter.get("schema")));
        }
    }

    private void addBody() {
        Draft draft = Draft.ofRequest(operation.id(), Term.BODY, "/body");
        Clause request = clause.get("requestBody");
        terms.add(draft.term("required", request));
        terms.add(draft.term("maxBytes", operation.bodyLimits()));
        terms.add(draft.term("maxDepth", operation.bodyLimits()));
        Draft media = Draft.ofRequest(operation.id(), "media type", "/media-type");
        request.get("content").members().forEach((type, content) -> terms.add(media.term("", type, "", content, "")));
        terms.addAll(SchemaTerms.of(draft, operation.requestSchema()));
    }
}
