package io.s360.iid.verify.drift.sight;

import io.s360.iid.contract.schema.Violation;
import io.s360.iid.contract.source.Clause;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns what a schema says of a body into drifts: one for each member, whatever is wrong with it. */
final class SchemaDrifts {

    private static final String UNKNOWN = "additionalProperties";
    private static final String MISSING = "required";

    private final Seen seen;
    private final Cause.Side side;
    private final SchemaWay root;
    private final JsonNode body;

    SchemaDrifts(Seen seen, Cause.Side side, Clause schema, Spot slot, JsonNode body) {
        this.seen = seen;
        this.side = side;
        this.root = new SchemaWay(schema, slot);
        this.body = body;
    }

    List<Drift> of(List<Violation> violations) {
        List<Drift> drifts = new ArrayList<>();
        Map<String, List<Violation>> values = new LinkedHashMap<>();
        for (Violation violation : violations) {
            String keyword = keywordOf(violation);
            if (keyword.equals(UNKNOWN)) {
                unknown(violation).ifPresent(drifts::add);
            } else if (keyword.equals(MISSING)) {
                missing(violation).ifPresent(drifts::add);
            } else {
                values.computeIfAbsent(violation.where(), where -> new ArrayList<>())
                        .add(violation);
            }
        }
        values.forEach((where, wrong) -> {
            boolean isExplained = violations.stream()
                    .anyMatch(other -> keywordOf(other).equals(UNKNOWN)
                            && SchemaWay.parentOf(other.where()).equals(where));
            if (!isExplained) {
                value(where, wrong).ifPresent(drifts::add);
            }
        });
        return drifts;
    }

    static String keywordOf(Violation violation) {
        return violation.key().substring(violation.key().lastIndexOf('.') + 1);
    }

    private Optional<Drift> unknown(Violation violation) {
        String name =
                seen.discretion().name(SchemaWay.nameIn(violation.where())).orElse("");
        JsonNode value = body.at(violation.where());
        String got = name.isEmpty() ? "a member whose name is not told" : "the member " + name + ", " + kindOf(value);
        return member(Kind.UNKNOWN_MEMBER, violation, name, got, value);
    }

    private Optional<Drift> missing(Violation violation) {
        String name = SchemaWay.nameIn(violation.where());
        return member(Kind.MISSING_MEMBER, violation, name, "no member " + name, null);
    }

    private Optional<Drift> member(Kind kind, Violation violation, String name, String got, @Nullable JsonNode value) {
        String parent = SchemaWay.parentOf(violation.where());
        Evidence evidence = value == null ? Evidence.NONE : Evidence.of(seen.shapeOf(value));
        return root.to(parent).map(way -> {
            boolean isOfEnvelope = parent.isEmpty() && side == Cause.Side.ANSWER;
            Spot spot = Spot.of(way.schema());
            Cause cause = new Cause(kind, side, isOfEnvelope ? Spot.NONE : spot, name);
            String where = SchemaWay.general(parent) + "/" + (name.isEmpty() ? "?" : name);
            return drift(cause, where, violation, way, spot, got, Set.of(keywordOf(violation)), evidence);
        });
    }

    private Optional<Drift> value(String where, List<Violation> wrong) {
        JsonNode value = body.at(where);
        Set<String> keywords =
                wrong.stream().map(SchemaDrifts::keywordOf).collect(Collectors.toCollection(TreeSet::new));
        return root.to(where).map(way -> {
            Cause cause = new Cause(Kind.OTHER_VALUE, side, Spot.of(way.schema()), "");
            boolean isChoice = keywords.contains("enum");
            Shape shape = seen.shapeOf(
                    value, (at, text) -> isChoice && seen.discretion().isConstant(text));
            String expected = wrong.stream().map(Violation::expected).sorted().collect(Collectors.joining("; "));
            Violation first = wrong.get(0);
            Violation all = new Violation(first.key(), first.where(), first.problem(), expected, first.rule());
            String got = shape.words().stream().findFirst().orElseGet(() -> kindOf(value));
            return drift(cause, SchemaWay.general(where), all, way, way.slot(), got, keywords, Evidence.of(shape));
        });
    }

    private Drift drift(
            Cause cause,
            String where,
            Violation violation,
            SchemaWay way,
            Spot slot,
            String got,
            Set<String> keywords,
            Evidence evidence) {
        return new Drift(
                cause,
                seen.operation(),
                seen.status(),
                where,
                violation.rule(),
                way.schema().provenance(),
                slot,
                violation.expected(),
                got,
                keywords,
                evidence);
    }

    /** What a value is, without the value. */
    static String kindOf(JsonNode value) {
        return switch (Shape.typeOf(value)) {
            case NULL -> "null";
            case STRING ->
                "a text of "
                        + value.stringValue()
                                .codePointCount(0, value.stringValue().length()) + " characters"
                        + formatOf(value.stringValue());
            case INTEGER -> "a whole number";
            case NUMBER -> "a number with a fraction";
            case BOOLEAN -> "true or false";
            case OBJECT -> "an object of " + value.size() + " members";
            case ARRAY -> "a list of " + value.size();
        };
    }

    private static String formatOf(String text) {
        return Format.of(text).stream()
                .findFirst()
                .map(format -> " (" + format.key() + ")")
                .orElse("");
    }
}
