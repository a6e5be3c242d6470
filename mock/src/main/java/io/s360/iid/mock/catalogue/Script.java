package io.s360.iid.mock.catalogue;

import io.s360.iid.mock.refusal.Curl;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A way as commands of a shell, for a tenant that was not used before, so that it leads to its answer whenever it is taken. */
final class Script {

    private static final String NEW_TENANT = "T=try-$(date +%s)-$$";

    private Script() {}

    /**
     * One command a line; the last shows the answer. Empty if there is no way.
     *
     * @param base without a slash at its end
     */
    static List<String> of(Way way, URI base) {
        if (way.steps().size() == 1) {
            return List.of(way.steps().get(0).with("X-Mock-Tenant", "new").line(base));
        }
        List<String> commands = new ArrayList<>();
        List<Curl> steps = way.steps();
        for (int at = 0; at < steps.size(); ) {
            int next = at + 1;
            while (next < steps.size() - 1 && steps.get(next).equals(steps.get(at))) {
                next++;
            }
            commands.add(command(steps.get(at), next - at, next == steps.size(), base));
            at = next;
        }
        if (!commands.isEmpty()) {
            commands.add(0, NEW_TENANT);
        }
        return commands;
    }

    private static String command(Curl step, int times, boolean isLast, URI base) {
        String line = step.line(base).replaceFirst("curl ", "curl -H \"X-Mock-Tenant: \\$T\" ");
        if (isLast) {
            return line;
        }
        String unseen = line + " >/dev/null";
        return times == 1 ? unseen : "for i in $(seq " + times + "); do " + unseen + "; done";
    }
}
