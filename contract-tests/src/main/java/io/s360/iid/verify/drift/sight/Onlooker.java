package io.s360.iid.verify.drift.sight;

import io.s360.iid.contract.Check;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.request.ClientGate;
import io.s360.iid.contract.request.Examination;
import io.s360.iid.contract.request.RequestRules;
import io.s360.iid.contract.schema.Schemas;
import io.s360.iid.contract.source.Clause;
import io.s360.iid.verify.exchange.Exchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges exchanges between strangers: by the contract's rules for requests, and by what it lets the operation answer. It knows
 * nothing of what was before, so it says only what a single exchange shows. Safe for use by several threads.
 */
public final class Onlooker {

    private final Contract contract;
    private final Schemas schemas;
    private final RequestRules rules;

    public Onlooker(Contract contract) {
        this.contract = contract;
        this.schemas = Schemas.ofOpenApi(contract.root());
        this.rules = new RequestRules(contract);
    }

    /** All that the exchange shows. */
    public Look look(Exchange exchange) {
        Exchange plain = Decoding.plain(exchange);
        Examination examination = rules.examine(new SentRequest(plain.request()), new AnyClient());
        Discretion discretion = Discretion.about(plain, examination.body(), contract);
        Seen seen = new Seen(contract, schemas, plain, examination.operation(), examination.body(), discretion);
        Map<Cause, Drift> drifts = new LinkedHashMap<>();
        of(seen, examination).forEach(drift -> drifts.putIfAbsent(drift.cause(), drift));
        return new Look(seen.operation(), seen.status(), List.copyOf(drifts.values()));
    }

    private List<Drift> of(Seen seen, Examination examination) {
        Operation operation = examination.operation();
        if (operation == null) {
            return ofStranger(seen);
        }
        List<Drift> drifts = new ArrayList<>(new RequestDrifts(seen, operation).of(examination));
        drifts.addAll(new AnswerDrifts(seen, operation).all());
        drifts.addAll(new Belonging(seen, operation).all());
        return drifts;
    }

    /** A request for what the contract does not have must be told so. */
    private List<Drift> ofStranger(Seen seen) {
        String path = new SentRequest(seen.exchange().request()).path();
        List<Operation> there = contract.operationsAt(path);
        Check.Kind kind = there.isEmpty() ? Check.Kind.PATH : Check.Kind.METHOD;
        Optional<Check> check = contract.check(kind);
        if (check.isEmpty() || check.get().answer().status() == seen.status()) {
            Operation like = there.isEmpty() ? contract.operations().get(0) : there.get(0);
            return check.isEmpty() ? List.of() : new AnswerDrifts(seen, like).all();
        }
        Clause paths = contract.root().get("paths");
        String what =
                seen.exchange().request().method() + " " + (there.isEmpty() ? Sample.masked(path, contract) : path);
        String told = seen.discretion().isClean(what) ? what : "a path that is not told";
        return List.of(new Drift(
                new Cause(Kind.UNDECLARED_OPERATION, Cause.Side.REQUEST, Spot.NONE, told),
                null,
                seen.status(),
                "",
                paths.place(),
                paths.provenance(),
                Spot.of(paths),
                check.get().answer().toString(),
                seen.answer() + " to " + told,
                Set.of(),
                Evidence.NONE));
    }

    /** A key that is right cannot be told from a wrong one here; one that is missing can. */
    private static final class AnyClient implements ClientGate {

        @Override
        public boolean authenticates(String clientId, String key) {
            return !clientId.isEmpty() && !key.isEmpty();
        }

        @Override
        public Optional<Duration> waitBeforeNext(String clientId) {
            return Optional.empty();
        }
    }
}
