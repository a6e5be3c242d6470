package io.s360.iid.server.session.store;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;

/** How long this machine has been asleep since a moment in the past. */
final class Sleep {

    /** Linux counts here also while it sleeps, unlike {@link System#nanoTime()}. */
    private static final Path UPTIME = Path.of("/proc/uptime");

    private static final int TO_NANOS = 9;

    private Sleep() {}

    /** In nanoseconds, more or less a hundredth of a second; always 0 on a system that does not tell. */
    static long nanos() {
        try {
            String up = Files.readString(UPTIME).split(" ", 2)[0];
            return new BigDecimal(up).movePointRight(TO_NANOS).longValue() - System.nanoTime();
        } catch (IOException | NumberFormatException untold) {
            return 0;
        }
    }
}
