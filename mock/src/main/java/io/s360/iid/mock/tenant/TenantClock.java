package io.s360.iid.mock.tenant;

import io.s360.iid.mock.lifecycle.Times;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The time of one tenant: that of the machine until somebody sets, advances or freezes it. Safe for use by several threads. */
public final class TenantClock implements InstantSource {

    private final InstantSource machine;
    private Duration ahead = Duration.ZERO;
    private @Nullable Instant frozenAt;

    public TenantClock(InstantSource machine) {
        this.machine = machine;
    }

    @Override
    public synchronized Instant instant() {
        return frozenAt == null ? machine.instant().plus(ahead) : frozenAt;
    }

    public synchronized boolean isFrozen() {
        return frozenAt != null;
    }

    /**
     * It is this time now; a frozen clock stays frozen.
     *
     * @throws java.time.DateTimeException if no mock can live then, see {@link Times}
     */
    public synchronized void set(Instant now) {
        ahead = Duration.between(machine.instant(), Times.checked(now));
        frozenAt = frozenAt == null ? null : now;
    }

    /**
     * Lets time pass; a frozen clock stays frozen.
     *
     * @throws java.time.DateTimeException if no mock can live then, see {@link Times}
     */
    public synchronized void advance(Duration by) {
        try {
            set(instant().plus(by));
        } catch (ArithmeticException tooFar) {
            throw new DateTimeException("not from " + Times.RANGE, tooFar);
        }
    }

    /** Stops where it is. */
    public synchronized void freeze() {
        frozenAt = instant();
    }

    /** Goes on from where it stands. */
    public synchronized void resume() {
        set(instant());
        frozenAt = null;
    }

    /**
     * Sets, freezes and lets go in one step.
     *
     * @param now null to leave the time as it is
     * @param frozen null to leave it frozen or not
     * @throws java.time.DateTimeException if no mock can live then, see {@link Times}
     */
    public synchronized void change(@Nullable Instant now, @Nullable Boolean frozen) {
        if (now != null) {
            set(now);
        }
        if (frozen != null && frozen) {
            frozenAt = now == null ? instant() : now;
        } else if (frozen != null) {
            resume();
        }
    }

    /** Back to the time of the machine. */
    public synchronized void reset() {
        ahead = Duration.ZERO;
        frozenAt = null;
    }
}
