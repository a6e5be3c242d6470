package io.s360.iid.server.session.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time of this machine for a store that only this process uses. It never goes back, so that nothing dead comes to
 * life; and it does not follow a clock that somebody has set forward, so that nothing dies early. It follows what the
 * machine has slept, which is time that has really passed.
 */
final class SteadyClock implements InstantSource {

    private static final Logger LOG = LoggerFactory.getLogger(SteadyClock.class);
    private static final Duration TOLERANCE = Duration.ofSeconds(1);

    private final InstantSource wall;
    private final LongSupplier nanos;
    private final LongSupplier nanosAsleep;
    private Instant anchor;
    private long nanosAtAnchor;
    private long sleepKnown;
    private Instant latest;
    private boolean held;

    /**
     * @param nanos passes evenly while the machine is awake
     * @param nanosAsleep how long the machine has slept in all
     */
    SteadyClock(InstantSource wall, LongSupplier nanos, LongSupplier nanosAsleep) {
        this.wall = wall;
        this.nanos = nanos;
        this.nanosAsleep = nanosAsleep;
        this.anchor = wall.instant();
        this.latest = anchor;
        this.nanosAtAnchor = nanos.getAsLong();
        this.sleepKnown = nanosAsleep.getAsLong();
    }

    /** Begins no earlier than an instant that has been written down already. */
    synchronized void startAfter(Instant written) {
        if (written.isAfter(instant())) {
            LOG.error(
                    "The clock of this machine is behind its data, which were last written at {}: time goes on from there",
                    written);
            anchorAt(written);
            latest = written;
            held = true;
        }
    }

    @Override
    public synchronized Instant instant() {
        Instant steady = anchor.plusNanos(nanos.getAsLong() - nanosAtAnchor);
        Instant shown = wall.instant();
        Duration off = Duration.between(steady, shown);
        boolean right = isSmall(off) || (!off.isNegative() && hasSlept(off));
        if (right) {
            release();
            anchorAt(shown);
        } else {
            hold(off);
        }
        Instant now = right ? shown : steady;
        latest = now.isAfter(latest) ? now : latest;
        return latest;
    }

    private boolean hasSlept(Duration off) {
        long all = nanosAsleep.getAsLong();
        boolean slept = isSmall(off.minusNanos(all - sleepKnown));
        sleepKnown = slept ? all : sleepKnown;
        return slept;
    }

    private void anchorAt(Instant time) {
        anchor = time;
        nanosAtAnchor = nanos.getAsLong();
    }

    private void hold(Duration off) {
        if (!held) {
            LOG.error(
                    "The clock of this machine has been set by {}: the sessions keep their own time until it is right"
                            + " again, or the server is started anew",
                    off);
        }
        held = true;
    }

    private void release() {
        if (held) {
            LOG.warn("The clock of this machine is right again");
        }
        held = false;
    }

    private static boolean isSmall(Duration off) {
        return off.abs().compareTo(TOLERANCE) <= 0;
    }
}
