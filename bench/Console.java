package io.s360.iid.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Tells how far it is; what is warned of is repeated beside the figures. */
final class Console {

    private final PrintStream out;
    private final List<String> warnings = new ArrayList<>();

    Console(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        out.println("bench: " + line);
    }

    void warn(String line) {
        if (!warnings.contains(line)) {
            warnings.add(line);
            say("NOTE: " + line);
        }
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }
}
