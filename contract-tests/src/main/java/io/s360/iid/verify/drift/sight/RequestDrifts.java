package io.s360.iid.verify.drift.sight;

import io.s360.iid.contract.Check;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.request.Examination;
import io.s360.iid.contract.schema.Violation;
import io.s360.iid.contract.source.Place;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Requests that were let pass though they break the contract, and those that keep it and were refused. */
final class RequestDrifts {

    /** Whether these fail depends on what only the address behind knows. */
    private static final Set<Check.Kind> HIDDEN = EnumSet.of(Check.Kind.CLIENT, Check.Kind.RATE);

    private final Seen seen;
    private final Operation operation;
    private final Progress progress;

    RequestDrifts(Seen seen, Operation operation) {
        this.seen = seen;
        this.operation = operation;
        this.progress = Progress.of(seen, operation);
    }

    List<Drift> of(Examination examination) {
        List<Drift> drifts = new ArrayList<>();
        List<Violation> ofFields = new ArrayList<>();
        for (Violation violation : examination.violations()) {
            Optional<Check> check = checkOf(violation).filter(found -> progress.hasPassed(found, seen.contract()));
            if (check.isPresent() && check.get().kind() == Check.Kind.FIELDS) {
                ofFields.add(violation);
            } else if (check.isPresent()) {
                drifts.add(accepted(violation));
            }
        }
        drifts.addAll(drifts(ofFields, examination.body()));
        refused(examination).ifPresent(drifts::add);
        return drifts;
    }

    private Optional<Check> checkOf(Violation violation) {
        String kind = violation.key().split("[.]", 2)[0];
        return Check.Kind.of(kind).flatMap(seen.contract()::check);
    }

    private List<Drift> drifts(List<Violation> ofFields, @Nullable JsonNode body) {
        if (body == null || ofFields.isEmpty()) {
            return List.of();
        }
        Spot slot = new Spot(seen.contract().root().file(), "")
                .child("paths")
                .child(operation.path())
                .child(operation.method().toLowerCase(Locale.ROOT))
                .child("requestBody")
                .child("content")
                .child("application/json")
                .child("schema");
        return new SchemaDrifts(seen, Cause.Side.REQUEST, operation.requestSchema(), slot, body).of(ofFields);
    }

    private Drift accepted(Violation violation) {
        Place place = violation.rule();
        Spot spot = new Spot(place.file(), String.valueOf(place.line()));
        Cause cause = new Cause(Kind.ACCEPTED, Cause.Side.REQUEST, spot, violation.key() + " " + violation.where());
        String what = violation.where().isEmpty() ? "the request" : violation.where();
        return drift(
                cause,
                violation.where(),
                place,
                violation.expected(),
                what + " " + violation.problem() + "; answered " + seen.answer());
    }

    private Optional<Drift> refused(Examination examination) {
        Check failed = progress.failed();
        boolean isOwnFault = failed != null
                && (HIDDEN.contains(failed.kind())
                        || examination.violations().stream()
                                .anyMatch(violation -> checkOf(violation).equals(Optional.of(failed))));
        if (failed == null || isOwnFault) {
            return Optional.empty();
        }
        Spot spot =
                new Spot(failed.place().file(), String.valueOf(failed.place().line()));
        Cause cause = new Cause(Kind.REFUSED, Cause.Side.REQUEST, spot, operation.id());
        return Optional.of(drift(
                cause, "", failed.place(), "no refusal by this check: " + failed.fails(), "answered " + seen.answer()));
    }

    private Drift drift(Cause cause, String where, Place place, String expected, String got) {
        return new Drift(
                cause,
                operation,
                seen.status(),
                where,
                place,
                operation.provenance(),
                cause.spot(),
                expected,
                got,
                Set.of(),
                Evidence.NONE);
    }
}
