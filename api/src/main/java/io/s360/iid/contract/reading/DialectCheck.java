package io.s360.iid.contract.reading;

import io.s360.iid.contract.schema.Schemas;
import io.s360.iid.contract.schema.Violation;
import io.s360.iid.contract.source.Clause;
import io.s360.iid.contract.source.ContractFiles;
import io.s360.iid.contract.source.Pointers;

/** Whether a document keeps to the part of OpenAPI, and to the extensions, that this kit understands. */
final class DialectCheck {

    static final String FILE = "dialect.yaml";

    private final Clause dialect = Clause.root(ContractFiles.bundled(), FILE);
    private final Clause example = dialect.get("$defs").get("example");
    private final Schemas schemas = Schemas.ofJsonSchema(dialect);
    private final Findings findings;

    DialectCheck(Findings findings) {
        this.findings = findings;
    }

    void checkDocument(Clause root) {
        check(root, dialect);
    }

    /** An Example Object, which may be a file of its own. */
    void checkExample(Clause found) {
        check(found, example);
    }

    private void check(Clause clause, Clause rule) {
        for (Violation violation : schemas.violations(clause.value(), rule, "dialect")) {
            findings.add(
                    clause.placeOf(violation.where()), operationAt(clause, violation.where()), problemOf(violation));
        }
    }

    private static String problemOf(Violation violation) {
        String at = violation.where().isEmpty() ? "the document" : violation.where();
        return violation.key().equals("dialect.additionalProperties")
                ? "the keyword " + at + " is not known"
                : at + " " + violation.problem();
    }

    /** The operation that a pointer leads into, otherwise the first step of the pointer. */
    private static String operationAt(Clause root, String pointer) {
        String[] steps = pointer.split("/", -1);
        if (steps.length > 3 && steps[1].equals("paths")) {
            String operation = Pointers.child("/paths", Pointers.unescape(steps[2])) + "/" + steps[3] + "/operationId";
            return root.value().at(operation).asString(steps[2]);
        }
        return steps.length > 1 ? steps[1] : "document";
    }
}
