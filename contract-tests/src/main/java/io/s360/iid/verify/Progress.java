package io.s360.iid.verify;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Tells, now and then and ever more rarely, how far a long run has come. */
final class Progress {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final PrintWriter err;
    private final InstantSource clock;
    private Duration pause = FIRST;
    private Instant next;

    Progress(PrintWriter err, InstantSource clock) {
        this.err = err;
        this.clock = clock;
        this.next = clock.instant().plus(FIRST);
    }

    /**
     * Something has been done.
     *
     * @param what is counted, such as cases
     */
    void tell(String target, int done, int all, String what) {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        err.printf("s360 verify: %s: %,d of %,d %s%n", target, done, all, what);
        pause = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
        next = now.plus(pause);
    }
}
