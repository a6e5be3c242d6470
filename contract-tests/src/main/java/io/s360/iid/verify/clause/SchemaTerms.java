package io.s360.iid.verify.clause;

import io.s360.iid.contract.source.Clause;
import io.s360.iid.contract.source.Pointers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The terms of a schema and of all schemas below it. */
final class SchemaTerms {

    /** Keywords that demand something of a value, whatever they say. */
    private static final Set<String> DEMANDS =
            Set.of("type", "enum", "format", "pattern", "maxLength", "minimum", "maximum", "maxItems", "maxProperties");

    /** Keywords that demand something unless they say zero. */
    private static final Set<String> LEAST = Set.of("minLength", "minItems", "minProperties");

    private final Draft draft;
    private final List<Term> terms = new ArrayList<>();

    private SchemaTerms(Draft draft) {
        this.draft = draft;
    }

    /** Of a header: that it is text goes without saying. */
    static List<Term> ofHeader(Draft draft, Clause schema) {
        return of(draft, schema).stream()
                .filter(term -> !term.keyword().equals("type") || !term.demand().equals("string"))
                .toList();
    }

    static List<Term> of(Draft draft, Clause schema) {
        SchemaTerms found = new SchemaTerms(draft);
        found.walk("", schema);
        return found.terms;
    }

    private void walk(String pointer, Clause schema) {
        schema.value().properties().forEach(keyword -> add(pointer, keyword, schema));
        schema.find("properties").map(Clause::members).orElse(Map.of()).forEach((name, member) -> {
            walk(Pointers.child(pointer, name), member);
        });
        schema.find("items").ifPresent(items -> walk(pointer + "/*", items));
    }

    private void add(String pointer, Map.Entry<String, JsonNode> keyword, Clause schema) {
        String name = keyword.getKey();
        JsonNode value = keyword.getValue();
        boolean closes = name.equals("additionalProperties") && value.isBoolean() && !value.booleanValue();
        boolean least = LEAST.contains(name) && value.intValue() > 0;
        if (DEMANDS.contains(name) || closes || least) {
            String demand = value.isString() ? value.stringValue() : value.toString();
            terms.add(draft.term(pointer, name, demand, schema, "/" + name));
        } else if (name.equals("required")) {
            for (int at = 0; at < value.size(); at++) {
                String member = value.get(at).asString();
                terms.add(draft.term(pointer, "required:" + member, "", schema, "/required/" + at));
            }
        }
    }
}
