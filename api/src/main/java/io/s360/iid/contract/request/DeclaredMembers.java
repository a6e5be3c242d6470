package io.s360.iid.contract.request;

import io.s360.iid.contract.source.Clause;
import io.s360.iid.contract.source.Pointers;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The names of the members that a schema declares at any depth. Only these may be repeated to anybody: any other name was
 * made by the sender, and may be a secret in the wrong place.
 */
record DeclaredMembers(Set<String> names) {

    static DeclaredMembers of(Clause schema) {
        Set<String> names = new HashSet<>();
        collect(schema, names, new HashSet<>());
        return new DeclaredMembers(names);
    }

    private static void collect(Clause schema, Set<String> names, Set<String> seen) {
        if (!seen.add(schema.file() + "#" + schema.pointer())) {
            return;
        }
        Map<String, Clause> members =
                schema.find("properties").map(Clause::members).orElse(Map.of());
        names.addAll(members.keySet());
        members.values().forEach(member -> collect(member, names, seen));
        schema.find("items").ifPresent(items -> collect(items, names, seen));
    }

    boolean has(String name) {
        return names.contains(name);
    }

    /** The pointer if it goes by declared members and places in lists only; otherwise empty. */
    String shown(String pointer) {
        for (String step : pointer.split("/", -1)) {
            if (!step.isEmpty() && !step.matches("[0-9]+") && !has(Pointers.unescape(step))) {
                return "";
            }
        }
        return pointer;
    }
}
