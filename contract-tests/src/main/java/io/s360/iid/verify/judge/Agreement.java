package io.s360.iid.verify.judge;

import io.s360.iid.verify.cases.Case;
import io.s360.iid.verify.exchange.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Compares what two targets said in the same case: status, body, and the contract's headers. */
public final class Agreement {

    private Agreement() {}

    /** How the second differs from the first; empty if they agree. Values that are each target's own count by type. */
    public static Optional<Deviation> between(Case tried, Response first, Response second) {
        Set<String> own =
                tried.decision() == null ? Set.of() : tried.decision().live().keySet();
        String one = describe(tried, first, own);
        String other = describe(tried, second, own);
        return one.equals(other) ? Optional.empty() : Optional.of(new Deviation("agreement", one, other));
    }

    private static String describe(Case tried, Response response, Set<String> own) {
        List<String> parts = new ArrayList<>(List.of(String.valueOf(response.status())));
        Set<String> headers = new TreeSet<>(tried.expected().headers().keySet());
        headers.forEach(name -> parts.add(name + " x" + response.header(name).size()));
        JsonNode body = response.json();
        parts.add(body == null ? response.text() : masked(body, "", own).toString());
        return String.join("; ", parts);
    }

    private static JsonNode masked(JsonNode value, String pointer, Set<String> own) {
        if (own.contains(pointer)) {
            return JsonNodeFactory.instance.stringNode("<" + value.getNodeType() + ">");
        }
        if (value instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            new TreeSet<>(object.propertyNames())
                    .forEach(name -> copy.set(name, masked(object.get(name), pointer + "/" + name, own)));
            return copy;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(item -> copy.add(masked(item, pointer + "/*", own)));
            return copy;
        }
        return value;
    }
}
