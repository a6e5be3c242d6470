package io.s360.iid.contract.request;

import io.s360.iid.contract.Operation;
import io.s360.iid.contract.schema.Schemas;
import io.s360.iid.contract.schema.Violation;
import io.s360.iid.contract.source.Place;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.StringNode;

/** What the contract demands of the headers of one request. */
record HeaderRules(Schemas schemas, IncomingRequest request) {

    /** What is wrong with a header that has a schema; nothing if it keeps it. */
    List<Violation> violations(Operation.HeaderParameter header) {
        Place rule = header.schema().place();
        Optional<Violation> repetition = repetition(header.name(), rule);
        if (repetition.isPresent()) {
            return List.of(repetition.get());
        }
        List<String> values = request.headers(header.name());
        if (values.isEmpty()) {
            return header.required()
                    ? List.of(new Violation("headers.required", header.name(), "is missing", rule))
                    : List.of();
        }
        return schemas.violations(StringNode.valueOf(values.get(0)), header.schema(), "headers").stream()
                .map(found -> new Violation(found.key(), header.name(), found.problem(), found.rule()))
                .toList();
    }

    /** A header that may stand once stands several times. */
    Optional<Violation> repetition(String name, Place rule) {
        return request.headers(name).size() > 1
                ? Optional.of(new Violation("headers.repeated", name, "is repeated", rule))
                : Optional.empty();
    }
}
