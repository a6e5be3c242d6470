package io.s360.iid.mock.refusal;

import io.s360.iid.contract.Check;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.request.ClientGate;
import io.s360.iid.contract.request.Examination;
import io.s360.iid.contract.request.IncomingRequest;
import io.s360.iid.contract.request.RequestRules;
import io.s360.iid.contract.request.Verdict;
import io.s360.iid.contract.schema.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that is wrong with a request that a check has refused. */
final class RequestReasons {

    /** How many reasons are told one by one. */
    private static final int MOST = 50;

    private final Contract contract;
    private final RequestRules rules;
    private final MeantPath meantPath;
    private final Evidence evidence;
    private final ClientReasons clientReasons;

    RequestReasons(Contract contract, RequestRules rules) {
        this.contract = contract;
        this.rules = rules;
        this.meantPath = new MeantPath(
                contract.operations().stream().map(Operation::path).distinct().toList());
        this.evidence = new Evidence(contract);
        this.clientReasons = new ClientReasons(contract);
    }

    /**
     * In the order of the checks.
     *
     * @throws java.io.UncheckedIOException if the body does not arrive
     */
    List<Reason> of(Verdict.Refused refused, IncomingRequest request, ClientGate gate) {
        Examination examination = rules.examine(request, gate);
        List<Violation> all = new ArrayList<>(examination.violations());
        refused.violations().stream()
                .filter(violation -> all.stream().noneMatch(other -> other.key().equals(violation.key())))
                .forEach(all::add);
        List<Reason> reasons = new ArrayList<>(all.stream()
                .sorted(Comparator.comparing(this::turn))
                .limit(MOST)
                .map(violation -> reason(violation, refused, request, examination))
                .toList());
        if (all.size() > MOST) {
            reasons.add(new Reason("", "more", "and " + (all.size() - MOST) + " more", null, null, null));
        }
        return reasons;
    }

    /** The operation that a request of an unknown path was probably for. */
    Optional<Operation> meant(IncomingRequest request) {
        return meantPath.of(request.path()).map(path -> {
            List<Operation> there = contract.operationsAt(path);
            return there.stream()
                    .filter(operation -> operation.method().equals(request.method()))
                    .findFirst()
                    .orElse(there.get(0));
        });
    }

    private int turn(Violation violation) {
        return kind(violation)
                .flatMap(contract::check)
                .map(contract.checks()::indexOf)
                .orElse(contract.checks().size());
    }

    private static Optional<Check.Kind> kind(Violation violation) {
        return Check.Kind.of(violation.key().replaceFirst("[.].*", ""));
    }

    private Reason reason(
            Violation violation, Verdict.Refused refused, IncomingRequest request, Examination examination) {
        Operation operation = examination.operation();
        return switch (kind(violation).orElse(Check.Kind.FIELDS)) {
            case PATH -> unknownPath(violation, request);
            case METHOD -> shown(violation, violation.expected(), request.method());
            case CLIENT -> clientReasons.of(violation, request);
            case RATE -> rate(violation, refused, request);
            case CONTENT_TYPE, ACCEPT, HEADERS ->
                shown(violation, violation.expected(), HeaderEvidence.of(violation.where(), request));
            case SIZE, ENCODING, JSON ->
                shown(violation, violation.expected(), BodyEvidence.of(violation, request, operation));
            case FIELDS -> {
                Spot spot = operation == null || examination.body() == null
                        ? null
                        : Spot.at(violation.where(), examination.body(), operation.requestSchema());
                yield shown(violation, violation.expected(), spot == null ? null : evidence.at(spot));
            }
        };
    }

    private Reason unknownPath(Violation violation, IncomingRequest request) {
        String expected = meant(request)
                .map(operation -> operation.method() + " " + operation.path() + ", which is probably meant")
                .orElse(violation.expected());
        return shown(violation, expected, request.path().replaceAll(";[^/]*", ";…"));
    }

    private Reason rate(Violation violation, Verdict.Refused refused, IncomingRequest request) {
        String id = request.headers(violation.where()).stream().findFirst().orElse("");
        String message = violation.problem() + "; the next is free in "
                + refused.headers().getOrDefault("Retry-After", "60") + " seconds";
        String expected = contract.demo()
                .client(id)
                .map(Demo.Client::requestsPerMinute)
                .map(rate -> "at most " + rate + " in a minute")
                .orElse(violation.expected());
        return new Reason(violation.where(), violation.key(), message, expected, id, violation.rule());
    }

    private static Reason shown(Violation violation, String expected, @Nullable String got) {
        return new Reason(
                Plain.cut(violation.where(), Plain.SENTENCE),
                violation.key(),
                Plain.cut(violation.problem(), Plain.SENTENCE),
                Plain.cut(expected, Plain.SENTENCE),
                got == null ? null : Plain.cut(got, 2 * Plain.VALUE),
                violation.rule());
    }
}
