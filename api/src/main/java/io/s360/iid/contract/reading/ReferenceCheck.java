package io.s360.iid.contract.reading;

import io.s360.iid.contract.source.Clause;
import io.s360.iid.contract.source.UnreadableSource;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whether all references lead somewhere, and all patterns can be understood. Everything that can be reached is visited once,
 * before anything is judged by it.
 */
final class ReferenceCheck {

    private static final String SUBJECT = "document";
    /** What stands below these is data, where a reference is none. */
    private static final Set<String> DATA = Set.of("value", "example", "enum");

    private final Findings findings;
    private final Set<String> seen = new HashSet<>();

    ReferenceCheck(Findings findings) {
        this.findings = findings;
    }

    void check(Clause root) {
        visit(root.get("paths"), false);
        visit(root.get("components"), false);
    }

    /** @param byName whether the names of the members are anybody's choice, and no keywords */
    private void visit(@Nullable Clause clause, boolean byName) {
        if (clause == null || !seen.add(clause.file() + "#" + clause.pointer())) {
            return;
        }
        for (String name : clause.value().propertyNames()) {
            if (byName || !DATA.contains(name)) {
                visit(found(() -> clause.get(name)), !byName && name.equals("properties"));
            }
        }
        for (int at = 0; clause.value().isArray() && at < clause.value().size(); at++) {
            int index = at;
            visit(found(() -> clause.items().get(index)), false);
        }
        JsonNode pattern = clause.value().path("pattern");
        if (pattern.isString()) {
            checkPattern(clause, pattern.stringValue());
        }
    }

    private @Nullable Clause found(Supplier<Clause> reference) {
        try {
            return reference.get();
        } catch (UnreadableSource nowhere) {
            findings.add(nowhere.place(), SUBJECT, String.valueOf(nowhere.getMessage()));
            return null;
        }
    }

    private void checkPattern(Clause schema, String pattern) {
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException broken) {
            findings.add(
                    schema.placeOf("/pattern"),
                    SUBJECT,
                    "the pattern cannot be understood: " + broken.getDescription() + " near index "
                            + broken.getIndex());
        }
    }
}
