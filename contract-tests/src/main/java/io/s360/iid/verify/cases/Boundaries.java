package io.s360.iid.verify.cases;

import io.s360.iid.contract.schema.Schemas;
import io.s360.iid.contract.source.Clause;
import io.s360.iid.verify.clause.Reach;
import io.s360.iid.verify.clause.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bodies that go up to a limit of their schema and not beyond it. */
final class Boundaries {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** A character that is one to Unicode, two to Java and four bytes long. */
    private static final String WIDE = "\uD83D\uDE00";

    private final Schemas schemas;
    private final Clause schema;
    private final Draws draws;

    Boundaries(Schemas schemas, Clause schema, Draws draws) {
        this.schemas = schemas;
        this.schema = schema;
        this.draws = draws;
    }

    /** A body, the term that it uses up, and how. */
    record Boundary(Term term, String words, ObjectNode body) {}

    /** At least one body for a term that sets a limit, if the schema lets one be made from a body that keeps it. */
    List<Boundary> of(Term term, ObjectNode valid) {
        String pointer = term.pointer().replace("*", "0");
        JsonNode value = valid.at(pointer);
        int limit = term.stated().value().path(term.keyword()).asInt(0);
        List<Boundary> found = new ArrayList<>();
        switch (term.keyword()) {
            case "maxLength", "minLength" -> {
                narrow(value.asString(""), limit)
                        .map(JSON::stringNode)
                        .map(text -> at(term, "", pointer, text, valid))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .ifPresent(found::add);
                at(term, " in wide characters", pointer, JSON.stringNode(WIDE.repeat(limit)), valid)
                        .ifPresent(found::add);
            }
            case "minimum", "maximum" ->
                at(term, "", pointer, JSON.numberNode(limit), valid).ifPresent(found::add);
            case "minItems", "maxItems" ->
                at(term, "", pointer, sized((ArrayNode) value, limit), valid).ifPresent(found::add);
            case "format" ->
                at(
                                term,
                                " in capitals",
                                pointer,
                                JSON.stringNode(value.asString("").toUpperCase(Locale.ROOT)),
                                valid)
                        .ifPresent(found::add);
            default -> {
                return List.of();
            }
        }
        return found;
    }

    private Optional<Boundary> at(Term term, String words, String pointer, JsonNode value, ObjectNode valid) {
        ObjectNode body = valid.deepCopy();
        Choices.put(body, pointer, value);
        boolean usable = schemas.violations(body, schema, "").isEmpty() && Reach.isUsedUp(term, body);
        return usable ? Optional.of(new Boundary(term, term.words() + words, body)) : Optional.empty();
    }

    /** Texts of a length, made of a text's own characters in an order that chance gives; the plainest last. */
    private Stream<String> narrow(String text, int length) {
        String seed = text.isEmpty() ? "x" : text;
        StringBuilder drawn = new StringBuilder();
        while (drawn.length() < length) {
            drawn.append(seed.charAt(draws.below(seed.length())));
        }
        return Stream.of(
                drawn.toString(),
                seed.repeat(length / seed.length() + 1).substring(0, length),
                seed.substring(0, 1).repeat(length));
    }

    private static ArrayNode sized(ArrayNode list, int size) {
        ArrayNode sized = JSON.arrayNode();
        while (sized.size() < size) {
            sized.add(list.get(sized.size() % list.size()));
        }
        return sized;
    }
}
