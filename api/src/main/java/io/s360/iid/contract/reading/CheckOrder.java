package io.s360.iid.contract.reading;

import io.s360.iid.contract.Check;
import io.s360.iid.contract.source.Clause;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Whether the checks of requests are complete, and in an order that can be kept. */
record CheckOrder(Findings findings) {

    /** What is needed to look at a body must have been found before the body is looked at. */
    void check(Clause checks) {
        List<Check.Kind> kinds =
                checks.items().stream().map(ContractReader::kindOf).toList();
        Set<Check.Kind> missing = EnumSet.allOf(Check.Kind.class);
        kinds.forEach(missing::remove);
        if (!missing.isEmpty() || kinds.size() != Check.Kind.values().length) {
            findings.add(checks.place(), "x-requests", "each check must stand once; missing: " + missing);
            return;
        }
        requireOrder(checks, kinds, Check.Kind.PATH, Check.Kind.METHOD);
        for (Check.Kind later : EnumSet.complementOf(EnumSet.of(Check.Kind.PATH, Check.Kind.METHOD))) {
            requireOrder(checks, kinds, Check.Kind.METHOD, later);
        }
        requireOrder(checks, kinds, Check.Kind.CLIENT, Check.Kind.RATE);
        requireOrder(checks, kinds, Check.Kind.SIZE, Check.Kind.ENCODING);
        requireOrder(checks, kinds, Check.Kind.ENCODING, Check.Kind.JSON);
        requireOrder(checks, kinds, Check.Kind.JSON, Check.Kind.FIELDS);
    }

    private void requireOrder(Clause checks, List<Check.Kind> kinds, Check.Kind first, Check.Kind second) {
        if (kinds.indexOf(first) > kinds.indexOf(second)) {
            findings.add(
                    checks.items().get(kinds.indexOf(second)).place(),
                    "x-requests",
                    "the check " + second.key() + " needs the check " + first.key() + " above it");
        }
    }
}
