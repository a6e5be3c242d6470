package io.s360.iid.verify.cases;

import io.s360.iid.contract.source.Clause;
import io.s360.iid.contract.source.Pointers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a schema leaves to whoever makes a body: members that may be absent or null, and values of a list of values. */
final class Choices {

    private final List<Choice> found = new ArrayList<>();

    private Choices() {}

    /**
     * One thing to choose.
     *
     * @param options a null stands for the absence of the member
     */
    private record Choice(String pointer, List<Option> options) {}

    private record Option(String name, @Nullable JsonNode value) {}

    /** A body, and what has been chosen for it, in words. */
    record Chosen(String words, ObjectNode body) {}

    /** Bodies in which any two options stand together at least once. */
    static List<Chosen> pairwise(Clause schema, ObjectNode full) {
        Choices choices = new Choices();
        choices.walk("", schema, full);
        List<Choice> found = choices.found;
        return Pairs.of(found.stream().map(choice -> choice.options().size()).toList()).stream()
                .map(row -> chosen(found, row, full))
                .toList();
    }

    private static Chosen chosen(List<Choice> choices, int[] row, ObjectNode full) {
        ObjectNode body = full.deepCopy();
        for (int at = row.length - 1; at >= 0; at--) {
            Choice choice = choices.get(at);
            put(body, choice.pointer(), choice.options().get(row[at]).value());
        }
        String words = IntStream.range(0, row.length)
                .mapToObj(at -> choices.get(at).pointer() + " "
                        + choices.get(at).options().get(row[at]).name())
                .collect(Collectors.joining(", "));
        return new Chosen(words, body);
    }

    /** Sets a value, or takes it away; what it stands in is there, for what stands further in is put first. */
    static void put(JsonNode body, String pointer, @Nullable JsonNode value) {
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = body.at(pointer.substring(0, slash));
        String last = Pointers.unescape(pointer.substring(slash + 1));
        if (parent instanceof ObjectNode object) {
            if (value == null) {
                object.remove(last);
            } else {
                object.set(last, value);
            }
        } else if (parent instanceof ArrayNode array && value != null) {
            array.set(Integer.parseInt(last), value);
        }
    }

    private void walk(String pointer, Clause schema, JsonNode value) {
        if (value instanceof ObjectNode object) {
            List<String> required = schema.find("required").map(Clause::texts).orElse(List.of());
            Map<String, Clause> members =
                    schema.find("properties").map(Clause::members).orElse(Map.of());
            members.forEach((name, member) -> {
                if (object.has(name)) {
                    choose(Pointers.child(pointer, name), member, object.get(name), required.contains(name));
                }
            });
        } else if (value instanceof ArrayNode array && !array.isEmpty()) {
            walk(pointer + "/0", schema.get("items"), array.get(0));
        }
    }

    private void choose(String pointer, Clause member, JsonNode value, boolean required) {
        List<Option> options = new ArrayList<>();
        if (!required) {
            options.add(new Option("absent", null));
        }
        if (member.value().path("nullable").asBoolean(false)) {
            options.add(new Option("null", JsonNodeFactory.instance.nullNode()));
        }
        member.find("enum").map(Clause::items).orElse(List.of()).stream()
                .map(Clause::value)
                .filter(each -> !each.isNull())
                .forEach(each -> options.add(new Option(each.asString(), each)));
        if (member.get("type").text().equals("boolean")) {
            options.add(new Option("true", JsonNodeFactory.instance.booleanNode(true)));
            options.add(new Option("false", JsonNodeFactory.instance.booleanNode(false)));
        }
        boolean isFixed =
                member.find("enum").isPresent() || member.get("type").text().equals("boolean");
        if (!options.isEmpty() && !isFixed) {
            options.add(new Option("there", value));
        }
        if (!options.isEmpty()) {
            found.add(new Choice(pointer, options));
        }
        walk(pointer, member, value);
    }
}
