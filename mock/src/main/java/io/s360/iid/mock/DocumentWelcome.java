package io.s360.iid.mock;

import io.s360.iid.mock.document.OpenDocument;
import io.s360.iid.mock.document.Unsupported;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of a foreign document: where it is served, and what of it is not. */
record DocumentWelcome(OpenDocument document, MockServer server) {

    private static final int MOST_LINES = 100;

    String text() {
        return """
                S360 mock on %s

                Document: %s, %s %s, OpenAPI %s, %d operations. It declares no life-cycle (x-lifecycle), so nothing is remembered.
                Answers:  its examples, otherwise values that keep its schemas; any by -H 'Prefer: code=…' or 'Prefer: example=…'
                Console:  %s/__console
                """.formatted(
                        server.baseUri(),
                        document.file(),
                        document.title(),
                        document.version(),
                        document.openapi(),
                        document.operations().size(),
                        server.baseUri());
    }

    /** How much of it is served, and a line for each thing that cannot be done; waits until everything has been tried. */
    List<String> limits() {
        List<Unsupported> limits = document.unsupported();
        long lost = limits.stream()
                .filter(limit -> !limit.isServed())
                .flatMap(limit -> limit.operations().stream())
                .distinct()
                .count();
        int all = document.operations().size();
        List<String> lines =
                limits.stream().limit(MOST_LINES).map(limit -> "    " + limit).collect(Collectors.toList());
        if (limits.size() > MOST_LINES) {
            lines.add("    and %d more".formatted(limits.size() - MOST_LINES));
        }
        lines.add(
                0, "%d of %d operations are served%s".formatted(all - lost, all, limits.isEmpty() ? "" : "; limits:"));
        return lines;
    }
}
