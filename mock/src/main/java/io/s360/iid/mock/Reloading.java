package io.s360.iid.mock;

import io.s360.iid.contract.reading.BrokenContract;
import io.s360.iid.mock.document.UnreadableDocument;
import java.util.function.Consumer;

/** Serves a source anew whenever it is saved; what is broken is told, and the last good one stays. */
record Reloading(Source source, MockServer server, Consumer<String> log) implements Runnable {

    @Override
    public void run() {
        try {
            server.serve(source.read());
            log.accept("saved, and served as it is now; sessions stay");
        } catch (BrokenContract | UnreadableDocument broken) {
            log.accept("saved, but broken; the last good one is still served:");
            String.valueOf(broken.getMessage()).lines().forEach(line -> log.accept("    " + line));
        } catch (RuntimeException fault) {
            log.accept(
                    "saved, but not readable (" + fault.getClass().getName() + "); the last good one is still served");
        }
    }
}
