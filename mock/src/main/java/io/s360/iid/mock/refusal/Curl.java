package io.s360.iid.mock.refusal;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests as commands of a POSIX shell, which send exactly what they show. */
public final class Curl {

    private Curl() {}

    /**
     * One command on one line.
     *
     * @param base where the path begins
     * @param body null to send none
     */
    public static String line(
            URI base, String method, String path, Map<String, String> headers, @Nullable String body) {
        StringBuilder line = new StringBuilder("curl -sS -i -X ").append(quoted(method));
        line.append(' ').append(quoted(base + path));
        headers.forEach((name, value) -> line.append(" -H ").append(quoted(header(name, value))));
        if (body != null) {
            line.append(" --data-raw ").append(quoted(body));
        }
        return line.toString();
    }

    /** curl takes a header without a value for one to be left out, unless it ends so. */
    private static String header(String name, String value) {
        return value.isEmpty() ? name + ";" : name + ": " + value;
    }

    /** A word that the shell leaves as it is. */
    public static String quoted(String text) {
        return text.matches("[A-Za-z0-9_./:@%+=,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
