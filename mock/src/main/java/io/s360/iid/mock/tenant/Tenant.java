package io.s360.iid.mock.tenant;

import io.s360.iid.mock.answer.Answered;
import io.s360.iid.mock.answer.MockRequest;
import io.s360.iid.mock.answer.Served;
import io.s360.iid.mock.answer.World;
import io.s360.iid.mock.fault.Faults;
import io.s360.iid.mock.lifecycle.ResourceView;
import io.s360.iid.mock.lifecycle.SandboxLeft;
import io.s360.iid.mock.refusal.Reason;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** One of those who use the mock without seeing each other. Safe for use by several threads. */
public final class Tenant {

    /** Whom a request is for that names no tenant. */
    public static final String DEFAULT = "default";

    private final String name;
    private final InstantSource machine;
    private final TenantClock clock;
    private final Ids ids;
    private volatile World world;
    private final Faults faults = new Faults();
    private volatile Instant lastUsedAt;

    Tenant(String name, InstantSource machine, Function<String, Supplier<UUID>> ids, Served served) {
        this.name = name;
        this.machine = machine;
        this.clock = new TenantClock(machine);
        this.ids = new Ids(() -> ids.apply(name));
        this.world = served.newWorld(clock, this.ids);
        this.lastUsedAt = machine.instant();
    }

    public String name() {
        return name;
    }

    public TenantClock clock() {
        return clock;
    }

    /**
     * The answer of its world: wholly by what was served before a change, or wholly by what is served after.
     *
     * @throws java.io.UncheckedIOException if the body of the request does not arrive
     */
    public Answered answer(MockRequest request) {
        World asked = world;
        while (true) {
            try {
                return asked.answer(request);
            } catch (SandboxLeft moved) {
                asked = world();
            }
        }
    }

    /**
     * Something goes wrong with a request, whatever else it has or lacks: it gets this answer, and nothing lives, ends or is
     * counted by it.
     *
     * @param answer its name or status
     * @return empty if the request calls no operation, or one that has no such answer
     */
    public Optional<Answered> fail(MockRequest request, String answer, Reason reason) {
        return world.fail(request, answer, reason);
    }

    /** The answers of the operation that a request calls, by status and name; none if it calls none. */
    public List<String> answersTo(MockRequest request) {
        return world.answersTo(request);
    }

    /** Whether any operation has an answer of this name or status. */
    public boolean hasAnswer(String answer) {
        return world.hasAnswer(answer);
    }

    /** Refuses a request for a header that means something to the mock. */
    public Answered refuse(MockRequest request, Reason reason) {
        return world.refuse(request, reason);
    }

    /** All resources, to be imported again. */
    public synchronized JsonNode exportState() {
        return world.exportState();
    }

    /**
     * Replaces all resources; all of them, or none if it throws.
     *
     * @throws io.s360.iid.mock.lifecycle.UnusableState if they can't live here
     */
    public synchronized void importState(JsonNode state) {
        world.importState(state);
    }

    /**
     * Adds resources; all of them, or none if it throws.
     *
     * @throws io.s360.iid.mock.lifecycle.UnusableState if they can't live here
     */
    public synchronized void seed(JsonNode state) {
        world.seed(state);
    }

    /** The named resources as they stand now, parents before their children. */
    public synchronized List<ResourceView> resources() {
        return world.resources();
    }

    /** How many named resources it has. */
    public synchronized int size() {
        return world.size();
    }

    public Faults faults() {
        return faults;
    }

    /** By the clock of the machine. */
    public Instant lastUsedAt() {
        return lastUsedAt;
    }

    /** As if just made; only the journal stays. */
    public synchronized void reset() {
        clock.reset();
        faults.reset();
        ids.reset();
        world.reset();
    }

    void use() {
        lastUsedAt = machine.instant();
    }

    /**
     * Takes its resources into what is served from now on.
     *
     * @return what could not come along, and why
     */
    synchronized List<String> moveTo(Served served) {
        World next = served.newWorld(clock, ids);
        try {
            return next.adopt(world.leave());
        } finally {
            world = next;
        }
    }

    /** Once whoever moves it has done so. */
    private synchronized World world() {
        return world;
    }
}
