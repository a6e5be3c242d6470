package io.s360.iid.verify.cases;

import io.s360.iid.contract.Operation;
import io.s360.iid.contract.RequestHeaders;
import io.s360.iid.contract.schema.Schemas;
import io.s360.iid.contract.source.Clause;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What makes the headers of a good request repeated, absent, or other than their schema. */
final class HeaderProbes {

    private final Schemas schemas;
    private final RequestHeaders names;

    HeaderProbes(Schemas schemas, RequestHeaders names) {
        this.schemas = schemas;
        this.names = names;
    }

    Stream<Probe> of(Operation operation) {
        Stream<Probe> repeated = Stream.of(
                        Stream.of(names.clientId(), names.clientKey()),
                        operation.headers().stream().map(Operation.HeaderParameter::name))
                .flatMap(name -> name)
                .flatMap(HeaderProbes::repetitions);
        return Stream.concat(repeated, operation.headers().stream().flatMap(this::violations));
    }

    /** The second value is nobody's, and in the shape of none. */
    private static Stream<Probe> repetitions(String name) {
        return Stream.of(
                new Probe(name + " twice, equal", request -> request.adding(name, request.header(name))),
                new Probe(name + " twice, different", request -> request.adding(name, "another")));
    }

    private Stream<Probe> violations(Operation.HeaderParameter header) {
        Clause schema = header.schema();
        JsonNode valid = JsonNodeFactory.instance.stringNode(Samples.textOf(schemas, schema));
        Stream<Probe> absent = header.required()
                ? Stream.of(new Probe("no " + header.name(), request -> request.without(header.name()))
                        .about("header/" + header.name() + "#required"))
                : Stream.of();
        Stream<Probe> broken = schema.value().propertyNames().stream()
                .flatMap(keyword -> Counterexamples.of(keyword, schema, valid)
                        .map(JsonNode::asString)
                        .filter(HeaderProbes::canBeSent)
                        .filter(value -> breaks(value, keyword, schema))
                        .distinct()
                        .map(value -> new Probe(
                                        keyword + " of " + header.name() + " '" + value + "'",
                                        request -> request.with(header.name(), value))
                                .about("header/" + header.name() + "#" + keyword)));
        return Stream.concat(absent, broken);
    }

    private boolean breaks(String value, String keyword, Clause schema) {
        return schemas.violations(JsonNodeFactory.instance.stringNode(value), schema, "").stream()
                .anyMatch(violation -> violation.key().equals("." + keyword));
    }

    /** Blanks at the ends are not part of a value, and only ASCII means the same to everybody. */
    private static boolean canBeSent(String value) {
        return value.matches("[!-~]([ -~]*[!-~])?");
    }
}
