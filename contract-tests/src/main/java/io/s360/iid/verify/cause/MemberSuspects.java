package io.s360.iid.verify.cause;

import io.s360.iid.contract.Decision;
import io.s360.iid.contract.source.Clause;
import io.s360.iid.contract.source.Place;
import io.s360.iid.contract.source.Pointers;
import io.s360.iid.contract.source.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who may be to blame if a member of an answer is missing, too much, or wrong. */
final class MemberSuspects {

    private final EffectSuspects effects;

    MemberSuspects(EffectSuspects effects) {
        this.effects = effects;
    }

    List<Suspect> of(Attempt attempt, Aspect aspect) {
        Rule rule = ruleOf(attempt, aspect);
        String operation = attempt.operation().id();
        String answer = attempt.expected().toString();
        String what = aspect.complaint();
        String id = aspect.kind() + " " + aspect.at();
        List<Suspect> suspects = new ArrayList<>(List.of(
                rule.suspect("schema " + rule.pointer() + " " + id, 35, what + ", wherever it is declared so"),
                rule.suspect("member " + operation + answer + " " + id, 31, operation + ", " + answer + ": " + what),
                rule.suspect("member " + answer + " " + id, 32, answer + " of any operation: " + what),
                rule.suspect(
                        "member " + attempt.expected().status() + " " + id,
                        33,
                        "every " + attempt.expected().status() + ": " + what),
                rule.suspect("member " + operation + " " + id, 34, operation + ": " + what),
                rule.suspect("member " + id, 36, "every answer: " + what),
                new Suspect(
                        "member case " + operation + attempt.clause() + id,
                        51,
                        operation + ": " + attempt.clause() + ": " + what,
                        attempt.place(),
                        attempt.provenance())));
        live(attempt, aspect).map(effects::attribute).ifPresent(suspects::add);
        return suspects;
    }

    /** The attribute that a member of an answer shows; empty if it shows none. */
    static Optional<Decision.LiveValue> live(Attempt attempt, Aspect aspect) {
        return attempt.decision() == null || aspect.kind() != Aspect.Kind.VALUE
                ? Optional.empty()
                : Optional.ofNullable(attempt.decision().live().get(aspect.at()));
    }

    private static Rule ruleOf(Attempt attempt, Aspect aspect) {
        Clause root = attempt.expected().schema();
        int slash = aspect.at().lastIndexOf('/');
        String parent = slash < 0 ? "" : aspect.at().substring(0, slash);
        return switch (aspect.kind()) {
            case MISSING -> {
                Rule required = Rule.of(schemaAt(root, parent), "/required");
                yield new Rule(
                        required.pointer(),
                        required.place(),
                        schemaAt(root, aspect.at()).provenance());
            }
            case EXTRA -> Rule.of(schemaAt(root, aspect.at()), "/additionalProperties");
            default -> valueRule(attempt, aspect, schemaAt(root, aspect.at()));
        };
    }

    /** What a member says is stated by the row if it is live, by the example if that shows it, otherwise by the schema. */
    private static Rule valueRule(Attempt attempt, Aspect aspect, Clause schema) {
        Decision decision = attempt.decision();
        if (decision != null && live(attempt, aspect).isPresent()) {
            return new Rule(schema.pointer(), decision.place(), decision.provenance());
        }
        boolean isShown = !attempt.expected().body().at(aspect.at()).isMissingNode();
        Place place = isShown ? attempt.expected().place() : schema.place();
        return new Rule(schema.pointer(), place, schema.provenance());
    }

    /** The schema of a member; the innermost around it that there is. */
    static Clause schemaAt(Clause root, String pointer) {
        Clause at = root;
        for (String name : pointer.isEmpty()
                ? List.<String>of()
                : List.of(pointer.substring(1).split("/", -1))) {
            Optional<Clause> items = at.find("items");
            Optional<Clause> next =
                    items.isPresent() ? items : at.find("properties").flatMap(all -> all.find(Pointers.unescape(name)));
            if (next.isEmpty()) {
                return at;
            }
            at = next.get();
        }
        return at;
    }

    /** What the contract says of a member, and where. */
    private record Rule(String pointer, Place place, Provenance provenance) {

        static Rule of(Clause schema, String keyword) {
            return new Rule(schema.pointer() + keyword, schema.placeOf(keyword), schema.provenance());
        }

        Suspect suspect(String id, int rank, String words) {
            return new Suspect(id, rank, words, place, provenance);
        }
    }
}
