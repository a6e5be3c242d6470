package io.s360.iid.server.management;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.request.BrokenText;
import io.s360.iid.contract.schema.Schemas;
import io.s360.iid.contract.schema.Violation;
import io.s360.iid.contract.source.Clause;
import io.s360.iid.server.session.Context;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a request to the management port wants. What becomes an answer of the contract must keep its schemas. */
final class Wanted {

    private static final String LEGAL_ENTITY = "legalEntity";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Schemas schemas;
    private final Clause context;

    Wanted(Contract contract) {
        this.schemas = Schemas.ofOpenApi(contract.root());
        this.context = contract.operation("GetContext")
                .answer("context")
                .schema()
                .get("properties")
                .get("data")
                .get("properties");
    }

    /** An object with exactly these members, or fewer. */
    ObjectNode object(byte[] body, Set<String> members) {
        JsonNode tree = tree(body);
        if (BrokenText.isIn(tree)) {
            throw invalid("The body has a string with NUL or half a surrogate pair");
        }
        if (tree instanceof ObjectNode object && members.containsAll(object.propertyNames())) {
            return object;
        }
        throw invalid("The body must be an object with the members "
                + members.stream().sorted().toList());
    }

    private static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException notJson) {
            throw invalid("The body is not JSON");
        }
    }

    String text(ObjectNode object, String member) {
        JsonNode value = object.path(member);
        if (value.isString()) {
            return value.stringValue();
        }
        throw invalid("The member " + member + " must be a string");
    }

    Context context(byte[] body) {
        ObjectNode object = object(body, Set.of("person", LEGAL_ENTITY, "language"));
        object.putIfAbsent(LEGAL_ENTITY, JsonNodeFactory.instance.nullNode());
        List<Violation> violations = Stream.of("person", LEGAL_ENTITY, "language")
                .flatMap(member -> violations(object, member))
                .toList();
        if (!violations.isEmpty()) {
            Violation first = violations.get(0);
            throw invalid(first.where() + " " + first.problem());
        }
        return JSON.treeToValue(object, Context.class);
    }

    private Stream<Violation> violations(ObjectNode object, String member) {
        JsonNode value = object.path(member);
        return value.isMissingNode()
                ? Stream.of(new Violation(
                        "fields.required", "/" + member, "is missing", "required: " + member, context.place()))
                : schemas.violations(value, context.get(member), "fields").stream()
                        .map(found -> found.at("/" + member + found.where()));
    }

    static Refused invalid(String message) {
        return new Refused(Reply.refused(400, "invalid", message));
    }
}
