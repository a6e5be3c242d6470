package io.s360.iid.mock.refusal;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.Resource;
import io.s360.iid.contract.source.Clause;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The members that the contract's requests may have, and those of them whose values must look in a certain way. What stands
 * elsewhere, or looks otherwise, may be a secret in the wrong place.
 *
 * @param names of the members that hold texts, numbers or lists of them, at any depth
 * @param shapes how the keys of resources look; the pattern of a key that may be anything matches nothing
 */
record Declared(Set<String> names, Map<String, Pattern> shapes) {

    private static final Pattern NOTHING = Pattern.compile("(?!)");

    static Declared of(Contract contract) {
        Declared declared = new Declared(new HashSet<>(), new HashMap<>());
        for (Operation operation : contract.operations()) {
            declared.collect(operation.requestSchema(), new HashSet<>());
        }
        declared.shapes
                .keySet()
                .retainAll(contract.lifecycle().resources().values().stream()
                        .map(Resource::key)
                        .toList());
        return declared;
    }

    private void collect(Clause schema, Set<String> seen) {
        if (!seen.add(schema.place().file() + "#" + schema.pointer())) {
            return;
        }
        schema.find("properties").map(Clause::members).orElse(Map.of()).forEach((name, member) -> {
            if (isPlain(member.find("items").orElse(member))) {
                names.add(name);
            }
            shapes.put(name, shapeOf(member));
            collect(member, seen);
        });
        schema.find("items").ifPresent(items -> collect(items, seen));
    }

    private static boolean isPlain(Clause schema) {
        return schema.find("type")
                .filter(type -> !List.of("object", "array").contains(type.text()))
                .isPresent();
    }

    private static Pattern shapeOf(Clause schema) {
        Optional<Clause> pattern = schema.find("pattern");
        return pattern.map(Clause::text).map(Pattern::compile).orElse(NOTHING);
    }

    /** Whether a text may be shown in a member. */
    boolean shows(String member, String text) {
        Pattern shape = shapes.get(member);
        return names.contains(member) && (shape == null || shape.matcher(text).find());
    }
}
