package io.s360.iid.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What processes use, as Linux tells it.
 *
 * @param resident KiB, with what it shares with others
 * @param anonymous KiB of those that are no file's
 */
record Usage(long resident, long anonymous) {

    private static final long TICK_MILLIS = 10;
    private static final int USER_TICKS = 11;

    /** The memory of all of them together. */
    static Usage memory(List<ProcessHandle> processes) throws IOException {
        long resident = 0;
        long anonymous = 0;
        for (ProcessHandle process : processes) {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
                resident += line.startsWith("VmRSS:") ? kibibytes(line) : 0;
                anonymous += line.startsWith("RssAnon:") ? kibibytes(line) : 0;
            }
        }
        return new Usage(resident, anonymous);
    }

    /** The processor time of all of them together. */
    static Duration cpu(List<ProcessHandle> processes) throws IOException {
        long ticks = 0;
        for (ProcessHandle process : processes) {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            ticks += Long.parseLong(afterName[USER_TICKS]) + Long.parseLong(afterName[USER_TICKS + 1]);
        }
        return Duration.ofMillis(ticks * TICK_MILLIS);
    }

    private static long kibibytes(String line) {
        return Long.parseLong(line.replaceAll("\\D", ""));
    }
}
