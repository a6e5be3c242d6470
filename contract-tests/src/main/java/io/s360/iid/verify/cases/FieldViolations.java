package io.s360.iid.verify.cases;

import io.s360.iid.contract.schema.Schemas;
import io.s360.iid.contract.schema.Violation;
import io.s360.iid.contract.source.Clause;
import io.s360.iid.contract.source.Place;
import io.s360.iid.contract.source.Pointers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bodies that each break one clause of a schema, made from a body that breaks none. */
public final class FieldViolations {

    /** The first stands for all that nobody declared; the others mean something to one or another reader of JSON. */
    private static final List<String> UNKNOWN = List.of("unknownMember", "__proto__", "@type", "$ref", "");

    private final Schemas schemas;
    private final Clause schema;
    private final ObjectNode valid;
    private final List<Violated> found = new ArrayList<>();

    private FieldViolations(Schemas schemas, Clause schema, ObjectNode valid) {
        this.schemas = schemas;
        this.schema = schema;
        this.valid = valid;
    }

    /**
     * A body and the clause that it breaks.
     *
     * @param clause pointer of the value and name of the keyword
     * @param term the end of the term's id: the pointer, and the keyword
     */
    public record Violated(String clause, String term, Place place, JsonNode body) {}

    /** One for each clause below the schema that a body can break. */
    public static List<Violated> of(Schemas schemas, Clause schema, ObjectNode valid) {
        FieldViolations violations = new FieldViolations(schemas, schema, valid);
        violations.walk("", schema, valid);
        return violations.found;
    }

    /** Values that break one keyword of a schema, made from a value that breaks none. */
    public static Stream<JsonNode> ofValue(Schemas schemas, Clause schema, String keyword, JsonNode valid) {
        Stream<JsonNode> candidates = keyword.equals("type")
                ? Counterexamples.ofType(schema).values().stream()
                : Counterexamples.of(keyword, schema, valid);
        return candidates.filter(value -> isBroken(keyword, schema, schemas.violations(value, schema, "")));
    }

    private void walk(String pointer, Clause at, JsonNode value) {
        wrongTypes(pointer, at);
        if (value.isNull() && at.get("type").text().equals("object")) {
            walkObject(pointer, at, JsonNodeFactory.instance.objectNode());
        } else if (value instanceof ObjectNode object) {
            walkObject(pointer, at, object);
        } else if (value instanceof ArrayNode array) {
            walkArray(pointer, at, array);
        } else {
            at.members()
                    .keySet()
                    .forEach(keyword -> Counterexamples.of(keyword, at, value)
                            .forEach(wrong -> propose(pointer, keyword, at, wrong)));
        }
    }

    private void walkObject(String pointer, Clause at, ObjectNode object) {
        Map<String, Clause> members = at.find("properties").map(Clause::members).orElse(Map.of());
        for (String name : at.find("required").map(Clause::texts).orElse(List.of())) {
            ObjectNode without = object.deepCopy();
            without.remove(name);
            propose(pointer, "required:" + name, at, name + " is missing", without);
        }
        for (String unknown : UNKNOWN) {
            ObjectNode more = object.deepCopy();
            more.put(unknown, "x");
            String variant = unknown.equals(UNKNOWN.get(0)) ? "" : "'" + unknown + "'";
            propose(pointer, "additionalProperties", at, variant, more);
        }
        at.find("maxProperties").ifPresent(most -> {
            ObjectNode wide = object.deepCopy();
            for (int more = 0; wide.size() <= most.value().intValue(); more++) {
                wide.put("member" + more, "x");
            }
            propose(pointer, "maxProperties", at, wide);
        });
        members.forEach((name, member) -> {
            if (object.has(name)) {
                walk(Pointers.child(pointer, name), member, object.get(name));
                propose(pointer, "required:" + name, at, name + " in another letter case", recased(object, name));
            }
        });
    }

    private static ObjectNode recased(ObjectNode object, String name) {
        ObjectNode recased = object.deepCopy();
        recased.set(Character.toUpperCase(name.charAt(0)) + name.substring(1), recased.remove(name));
        return recased;
    }

    private void walkArray(String pointer, Clause at, ArrayNode array) {
        at.find("maxItems").ifPresent(most -> {
            ArrayNode tooMany = array.deepCopy();
            while (tooMany.size() <= most.value().intValue()) {
                tooMany.add(array.get(0));
            }
            propose(pointer, "maxItems", at, tooMany);
        });
        at.find("minItems").filter(least -> least.value().intValue() > 0).ifPresent(least -> {
            ArrayNode tooFew = array.deepCopy();
            while (tooFew.size() >= least.value().intValue()) {
                tooFew.remove(tooFew.size() - 1);
            }
            propose(pointer, "minItems", at, tooFew);
        });
        walk(Pointers.child(pointer, "0"), at.get("items"), array.get(0));
    }

    private void wrongTypes(String pointer, Clause at) {
        Counterexamples.ofType(at).forEach((name, wrong) -> propose(pointer, "type", at, name + " instead", wrong));
    }

    private void propose(String pointer, String keyword, Clause at, JsonNode wrong) {
        propose(pointer, keyword, at, "", wrong);
    }

    /** Takes a proposal if it breaks what it is meant to break, and nothing anywhere else. */
    private void propose(String pointer, String demand, Clause at, String variant, JsonNode wrong) {
        String keyword = demand.replaceFirst(":.*", "");
        JsonNode body = pointer.isEmpty() ? wrong : replaced(pointer, wrong);
        List<Violation> broken = schemas.violations(body, schema, "");
        boolean meant = isBroken(keyword, at, broken);
        boolean elsewhere =
                broken.stream().anyMatch(violation -> !violation.where().startsWith(pointer));
        String clause =
                (pointer.isEmpty() ? "body" : pointer) + " " + keyword + (variant.isEmpty() ? "" : ", " + variant);
        boolean known = found.stream().anyMatch(violated -> violated.clause().equals(clause));
        if (meant && !elsewhere && !known) {
            String term = pointer.replaceAll("/[0-9]+(?=/|$)", "/*") + "#" + demand;
            found.add(new Violated(clause, term, at.placeOf("/" + keyword), body));
        }
    }

    /** Nobody judges the formats of numbers; what breaks one is beyond the limits that every number has. */
    private static boolean isBroken(String keyword, Clause schema, List<Violation> violations) {
        boolean isOfNumber =
                keyword.equals("format") && schema.get("type").text().equals("integer");
        return isOfNumber
                ? !violations.isEmpty()
                : violations.stream().anyMatch(violation -> violation.key().equals("." + keyword));
    }

    private JsonNode replaced(String pointer, JsonNode wrong) {
        ObjectNode body = valid.deepCopy();
        Choices.put(body, pointer, wrong);
        return body;
    }
}
