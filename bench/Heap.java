package io.s360.iid.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a JVM holds, asked by the jcmd beside its java. */
record Heap(Path jcmd) {

    private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");

    static Heap of(Peer jvm) {
        return new Heap(Path.of(jvm.command().get(0)).resolveSibling("jcmd"));
    }

    /** KiB that are in use right after a full collection. */
    long usedAfterCollection(long pid) throws IOException {
        ask(pid, "GC.run");
        Matcher used = USED.matcher(ask(pid, "GC.heap_info"));
        long sum = 0;
        boolean found = false;
        while (used.find()) {
            sum += Long.parseLong(used.group(1));
            found = true;
        }
        if (!found) {
            throw new IOException("jcmd does not tell the heap of process " + pid);
        }
        return sum;
    }

    private String ask(long pid, String command) throws IOException {
        return String.join(
                "\n", Output.of(List.of(jcmd.toString(), Long.toString(pid), command), Duration.ofSeconds(30)));
    }
}
