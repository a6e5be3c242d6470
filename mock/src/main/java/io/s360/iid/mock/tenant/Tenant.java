package io.s360.iid.mock.tenant;

import io.s360.iid.mock.answer.Served;
import io.s360.iid.mock.answer.World;
import io.s360.iid.mock.fault.FaultPlan;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** One of those who use the mock without seeing each other. Safe for use by several threads. */
public final class Tenant {

    /** Whom a request is for that names no tenant. */
    public static final String DEFAULT = "default";

    private final String name;
    private final InstantSource machine;
    private final TenantClock clock;
    private final Ids ids;
    private volatile World world;
    private volatile FaultPlan faults = FaultPlan.none();
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

    public World world() {
        return world;
    }

    public FaultPlan faults() {
        return faults;
    }

    public void setFaults(FaultPlan changed) {
        faults = changed;
    }

    /** By the clock of the machine. */
    public Instant lastUsedAt() {
        return lastUsedAt;
    }

    /** As if just made; only the journal stays. */
    public void reset() {
        clock.reset();
        faults = FaultPlan.none();
        ids.reset();
        world.reset();
    }

    void use() {
        lastUsedAt = machine.instant();
    }

    /** Takes its resources into what is served from now on. */
    void moveTo(Served served) {
        World next = served.newWorld(clock, ids);
        next.importState(world.exportState());
        world = next;
    }
}
