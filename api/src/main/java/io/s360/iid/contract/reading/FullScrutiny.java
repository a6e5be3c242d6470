package io.s360.iid.contract.reading;

import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Lifecycle;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.schema.Schemas;
import io.s360.iid.contract.schema.Violation;
import io.s360.iid.contract.source.Clause;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at everything. */
final class FullScrutiny implements Scrutiny {

    private final Findings findings;
    private final DialectCheck dialect;
    private final Schemas schemas;

    FullScrutiny(Findings findings, Clause root) {
        this.findings = findings;
        this.dialect = new DialectCheck(findings);
        this.schemas = Schemas.ofOpenApi(root);
    }

    @Override
    public void document(Clause root) {
        dialect.checkDocument(root);
        findings.throwIfAny();
        new ReferenceCheck(findings).check(root);
        findings.throwIfAny();
    }

    @Override
    public void example(Clause example) {
        dialect.checkExample(example);
    }

    @Override
    public void value(Clause value, Clause schema, String operation, String what) {
        for (Violation violation : schemas.violations(value.value(), schema, "example")) {
            String at = violation.where().isEmpty() ? "" : " at " + violation.where();
            findings.add(
                    value.placeOf(violation.where()),
                    operation,
                    what + " breaks its schema" + at + ": " + violation.problem() + " (" + violation.rule() + ")");
        }
    }

    @Override
    public void parts(Clause requests, List<Operation> operations, Lifecycle lifecycle, Demo demo) {
        new TriggerCheck(findings, schemas, lifecycle, operations).check(demo);
        findings.throwIfAny();
        Set<String> common = commonAnswers(requests);
        DecisionTableCheck tables = new DecisionTableCheck(findings, lifecycle);
        operations.forEach(operation -> {
            tables.check(operation, common);
            tables.checkCommonAnswers(operation, common);
        });
        new CheckOrder(findings).check(requests.get("checks"));
        findings.throwIfAny();
    }

    /** What checks and faults answer, whatever the operation. */
    private static Set<String> commonAnswers(Clause requests) {
        return Stream.concat(
                        requests.get("checks").items().stream().map(check -> check.get("answer")),
                        requests.get("faults").members().values().stream())
                .map(Clause::text)
                .collect(Collectors.toSet());
    }
}
