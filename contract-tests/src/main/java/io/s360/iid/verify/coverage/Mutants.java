package io.s360.iid.verify.coverage;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.schema.Schemas;
import io.s360.iid.contract.source.Clause;
import io.s360.iid.verify.cases.Case;
import io.s360.iid.verify.cases.FieldViolations;
import io.s360.iid.verify.clause.Term;
import io.s360.iid.verify.clause.TermIds;
import io.s360.iid.verify.exchange.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A real answer, changed so that it breaks one clause and as little else as can be. */
final class Mutants {

    /** A status that no contract gives. */
    private static final int TEAPOT = 418;

    private final Schemas schemas;

    Mutants(Contract contract) {
        this.schemas = Schemas.ofOpenApi(contract.root());
    }

    /** Mutants by the id of the term that they break. Each of a term's must be noticed. */
    Map<String, List<Response>> of(Case tried, Response response, List<Term> terms) {
        Map<String, List<Response>> mutants = new HashMap<>();
        bodies(tried, response)
                .forEach((id, bodies) -> mutants.put(
                        id, bodies.stream().map(body -> with(response, body)).toList()));
        for (Term term : terms) {
            if (!term.part().equals(Term.BODY)) {
                mutants.put(term.id(), others(term, tried, response).toList());
            }
        }
        return mutants;
    }

    /** For a clause of the schema one is enough: what breaks it in one way breaks it. */
    private Map<String, List<JsonNode>> bodies(Case tried, Response response) {
        Map<String, List<JsonNode>> bodies = new HashMap<>();
        if (response.json() instanceof ObjectNode body) {
            String path = TermIds.ofResponse(tried.operation(), response.status(), "/" + Term.BODY);
            FieldViolations.of(schemas, tried.expected().schema(), body)
                    .forEach(violated -> bodies.computeIfAbsent(path + violated.term(), id -> new ArrayList<>())
                            .add(violated.body()));
        }
        return bodies;
    }

    private Stream<Response> others(Term term, Case tried, Response response) {
        if (term.keyword().equals("status")) {
            return Stream.of(new Response(TEAPOT, response.headers(), response.body()));
        }
        if (term.part().equals("media type")) {
            return Stream.of(without(response, "Content-Type"), with(response, "Content-Type", "text/plain"));
        }
        if (term.part().equals("answer")) {
            return term.keyword().equals(tried.expected().name()) ? fixedMembers(tried, response) : Stream.of();
        }
        return header(term, response);
    }

    private Stream<Response> header(Term term, Response response) {
        String name = term.part().substring(term.part().indexOf(' ') + 1);
        if (term.keyword().equals("required")) {
            return Stream.of(without(response, name));
        }
        Clause schema = term.stated();
        return response.header(name).stream()
                .map(value -> typed(value, schema))
                .flatMap(value -> FieldViolations.ofValue(schemas, schema, term.keyword(), value))
                .filter(JsonNode::isValueNode)
                .map(value -> value.asString(""))
                .filter(value ->
                        !schemas.violations(typed(value, schema), schema, "").isEmpty())
                .map(value -> with(response, name, value));
    }

    /** What a text means in a header of this schema. */
    private static JsonNode typed(String value, Clause schema) {
        boolean number = schema.get("type").text().equals("integer") && value.matches("-?[0-9]{1,18}");
        return number
                ? JsonNodeFactory.instance.numberNode(Long.parseLong(value))
                : JsonNodeFactory.instance.stringNode(value);
    }

    /** Each text and number that the example fixes, changed: the texts in both languages too. */
    private static Stream<Response> fixedMembers(Case tried, Response response) {
        return response.json() instanceof ObjectNode body
                ? Leaves.changed(body, tried).map(changed -> with(response, changed))
                : Stream.of();
    }

    private static Response with(Response response, JsonNode body) {
        return new Response(
                response.status(), response.headers(), body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Response with(Response response, String header, String value) {
        Map<String, List<String>> headers = new HashMap<>(response.headers());
        headers.put(header.toLowerCase(Locale.ROOT), List.of(value));
        return new Response(response.status(), headers, response.body());
    }

    private static Response without(Response response, String header) {
        Map<String, List<String>> headers = new HashMap<>(response.headers());
        headers.remove(header.toLowerCase(Locale.ROOT));
        return new Response(response.status(), headers, response.body());
    }
}
