package io.s360.iid.mock.lifecycle;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Effect;
import io.s360.iid.contract.Operation;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The resources behind the operations, and the decision tables executed over them. One call after another: what a call
 * sees, what it decides and what it changes is one step. Safe for use by several threads.
 */
public final class Sandbox {

    /** How many named resources a sandbox holds, the ended ones that are still remembered included. */
    public static final int CAPACITY = 100_000;

    private final Contract contract;
    private final InstantSource clock;
    private final Births births;
    private final Keys keys;
    private Population population;
    private boolean hasLeft;

    /** @param ids gives a new one each time; keys and ids of new resources are made of them */
    public Sandbox(Contract contract, InstantSource clock, Supplier<UUID> ids) {
        this.contract = contract;
        this.clock = clock;
        this.births = new Births(contract.lifecycle(), ids);
        this.keys = new Keys(contract);
        this.population = seeded();
    }

    /**
     * Decides a call that keeps the contract's rules for requests.
     *
     * @param clientId of the authenticated client
     * @throws SandboxFull if it would create more than there is room for
     * @throws SandboxLeft if the resources live elsewhere by now
     */
    public synchronized Outcome decide(Operation operation, String clientId, JsonNode body) {
        if (hasLeft) {
            throw new SandboxLeft();
        }
        Call call = new Call(operation, clientId, body, now());
        Subjects subjects = new Subjects(population, keys, call);
        Decision decision = operation.decide(new SituationReading(contract, population).of(call, subjects));
        if (decision.then().stream().anyMatch(Effect.Create.class::isInstance)) {
            population.makeRoom(births.expectedBy(decision, call), call.now());
        }
        decision.then().forEach(effect -> apply(effect, call, subjects));
        return new Outcome(decision, LiveValues.putInto(decision, subjects), sightingOf(decision, call, subjects));
    }

    private static @Nullable Sighting sightingOf(Decision decision, Call call, Subjects subjects) {
        return decision.answer().isSuccess()
                ? null
                : subjects.find(decision.given().resource())
                        .map(one -> new Sighting(
                                one.kind().name(),
                                one.standingAt(call.now()),
                                one.life().endedAt()))
                        .orElse(null);
    }

    /** Back to the demo data of the contract, as if just started. */
    public synchronized void reset() {
        population = seeded();
    }

    /** All resources, to be imported again: an object with a list for each kind. */
    public synchronized JsonNode exportState() {
        return new StateWriting(contract.lifecycle(), population).write();
    }

    /**
     * Replaces all resources.
     *
     * @throws UnusableState if they can't live here; nothing has been changed then
     */
    public synchronized void importState(JsonNode state) {
        population = read(state, population.successor(), false);
    }

    /**
     * Adds resources. Times may be left out; they are those of demo data then.
     *
     * @throws UnusableState if they can't live here; nothing has been changed then
     */
    public synchronized void seed(JsonNode state) {
        Population copy = read(exportState(), population.successor(), false);
        population = read(state, copy, true);
    }

    /**
     * Replaces all resources by as many of those of another contract as can live here.
     *
     * @return what had to be left out, and why
     */
    public synchronized List<String> adopt(JsonNode state) {
        List<String> dropped = new ArrayList<>();
        Population next = population.successor();
        new StateReading(contract, keys, next, now(), false, unusable -> dropped.add(unusable.sentence())).read(state);
        population = next;
        return dropped;
    }

    /**
     * Gives all resources away: to be adopted by another sandbox. No call is decided here any longer.
     *
     * @see SandboxLeft
     */
    public synchronized JsonNode leave() {
        hasLeft = true;
        return exportState();
    }

    /** The named ones as they stand now, parents before their children. Nothing counts as seen by that. */
    public synchronized List<ResourceView> resources() {
        return new Viewing(contract.lifecycle(), population).at(now());
    }

    /** How many named ones there are. */
    public synchronized int size() {
        return population.size();
    }

    private Population read(JsonNode state, Population into, boolean isAddition) {
        new StateReading(contract, keys, into, now(), isAddition, unusable -> {
                    throw unusable;
                })
                .read(state);
        return into;
    }

    private Population seeded() {
        Population fresh =
                new Population(CAPACITY, contract.lifecycle().resources().keySet());
        new Seeding(contract, keys, fresh).sowAt(now());
        return fresh;
    }

    /** Milliseconds are all that an answer shows, so they are all that a decision counts. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void apply(Effect effect, Call call, Subjects subjects) {
        if (effect instanceof Effect.Create create) {
            births.in(population, create.resource(), call, subjects);
        } else if (effect instanceof Effect.Extend extend) {
            subjects.get(extend.resource()).extend(call.now(), extend.atMostEvery());
        } else if (effect instanceof Effect.End end) {
            subjects.get(end.resource()).end(end.reason(), call.now());
        }
    }
}
