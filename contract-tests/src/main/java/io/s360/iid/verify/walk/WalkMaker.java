package io.s360.iid.verify.walk;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Effect;
import io.s360.iid.contract.Given;
import io.s360.iid.contract.Operation;
import io.s360.iid.verify.cases.Cast;
import io.s360.iid.verify.walk.Walk.Step;
import io.s360.iid.verify.walk.model.Call;
import io.s360.iid.verify.walk.model.Model;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Thinks of walks, each from its own number and the seed. It follows the model while it does, so that it can let time pass
 * until just before, at and just after the moments that count.
 */
final class WalkMaker {

    /** The numbers of steps begin above those of openings. */
    private static final int FIRST_STEP = 100;

    private static final int PERCENT = 100;
    private static final int ENDS = 6;
    private static final int STRAYS = 14;
    private static final int REPEATS = 12;
    private static final int INSISTENT = 5;
    private static final int INSISTENCE = 88;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Contract contract;
    private final Cast cast;
    private final @Nullable Instant start;
    private final int mostSteps;
    private final long seed;
    private final List<Operation> making;
    private final List<Operation> limited;

    /** @param start null if nobody can put anything on the target, or let time pass there */
    WalkMaker(Contract contract, Cast cast, @Nullable Instant start, int mostSteps, long seed) {
        this.contract = contract;
        this.cast = cast;
        this.start = start;
        this.mostSteps = mostSteps;
        this.seed = seed;
        this.making = contract.operations().stream()
                .filter(operation -> operation.decisions().stream()
                        .flatMap(row -> row.then().stream())
                        .filter(Effect.Create.class::isInstance)
                        .anyMatch(effect ->
                                contract.lifecycle().resource(effect.resource()).key() != null))
                .toList();
        this.limited = contract.operations().stream()
                .filter(operation ->
                        operation.decisions().stream().anyMatch(row -> row.given() instanceof Given.AtLimit))
                .toList();
    }

    /** The walk of this number, the same each time. */
    Walk make(int number) {
        Random random = new Random((seed + number) * SPREAD);
        Pauses pauses = new Pauses(contract, random);
        Walk walk = beginning(random, pauses);
        Company company = new Company(contract, cast, random);
        walk.openings().forEach(company::welcome);
        Model model = Stagecraft.modelOf(contract, walk, start);
        boolean isInsistent = random.nextInt(PERCENT) < INSISTENT && !limited.isEmpty();
        int length = isInsistent ? mostSteps : 1 + random.nextInt(mostSteps);
        List<Step> steps = new ArrayList<>();
        while (steps.size() < length) {
            Duration pause = start == null || (isInsistent && random.nextInt(PERCENT) < INSISTENCE)
                    ? Duration.ZERO
                    : pauses.next(model, company.numbers());
            model.advance(pause);
            int next = FIRST_STEP + steps.size();
            steps.add(end(model, company, random)
                    .map(end -> new Step(next, pause, null, end))
                    .orElseGet(() -> Step.of(pause, call(model, company, random, steps, isInsistent))));
        }
        return walk.withSteps(steps);
    }

    private Walk beginning(Random random, Pauses pauses) {
        Openings openings = new Openings(contract, cast);
        return start == null
                ? new Walk(Duration.ZERO, openings.asCast(), List.of())
                : new Walk(pauses.age(), openings.fresh(random), List.of());
    }

    private Optional<Walk.End> end(Model model, Company company, Random random) {
        boolean isDue = start != null && random.nextInt(PERCENT) < ENDS;
        Optional<Walk.End> end = isDue ? company.someEnd(model) : Optional.empty();
        end.ifPresent(known -> model.end(known.subject(), known.reason()));
        return end;
    }

    private Call call(Model model, Company company, Random random, List<Step> before, boolean isInsistent) {
        int number = FIRST_STEP + before.size();
        Call last = before.isEmpty() ? null : before.get(before.size() - 1).call();
        boolean isHot = isInsistent && last != null && limited.contains(last.operation());
        Call call;
        if (last != null && random.nextInt(PERCENT) < (isHot ? INSISTENCE : REPEATS)) {
            call = new Call(number, last.operation(), last.client(), last.subjects(), last.items());
        } else if (isInsistent && !isHot && last != null) {
            call = company.insist(model, number, limited);
        } else {
            Operation operation = operation(before.isEmpty(), random);
            boolean isStray = random.nextInt(PERCENT) < STRAYS;
            call = isStray ? company.stray(number, operation) : company.straight(model, number, operation);
        }
        if (model.call(call).answer().isSuccess()) {
            company.welcome(call);
        }
        return call;
    }

    /** A walk begins more often than not with a call that makes something to be used later. */
    private Operation operation(boolean isFirst, Random random) {
        List<Operation> from = isFirst && !making.isEmpty() && random.nextBoolean() ? making : contract.operations();
        return from.get(random.nextInt(from.size()));
    }
}
