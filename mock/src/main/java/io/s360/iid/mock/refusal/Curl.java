package io.s360.iid.mock.refusal;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that can be shown as a command of a POSIX shell, which sends exactly what it shows.
 *
 * @param headers in their order
 * @param body null to send none
 */
public record Curl(
        String method,
        String path,
        Map<String, String> headers,
        @Nullable String body) {

    /** More of them at the end of a body are counted, not shown. */
    private static final int MOST_BLANKS = 100;

    public Curl {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** The same with one header more, which goes first. */
    public Curl with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>();
        more.put(header, value);
        more.putAll(headers);
        return new Curl(method, path, more, body);
    }

    /**
     * One command on one line.
     *
     * @param base where the path begins; without a slash at its end
     */
    public String line(URI base) {
        StringBuilder line =
                new StringBuilder(path.matches(".*[\\[\\]{}].*") ? "curl -g -sS -i -X " : "curl -sS -i -X ");
        line.append(quoted(method)).append(' ').append(quoted(base + path));
        headers.forEach((name, value) -> line.append(" -H ").append(quoted(header(name, value))));
        if (body == null) {
            return line.toString();
        }
        String visible = body.replaceFirst(" +$", "");
        int blanks = body.length() - visible.length();
        return blanks > MOST_BLANKS
                ? "printf '%s%" + blanks + "s' " + quoted(visible) + " '' | " + line + " --data-binary @-"
                : line + " --data-raw " + quoted(body);
    }

    /** curl takes a header without a value for one to be left out, unless it ends so. */
    private static String header(String name, String value) {
        return value.isEmpty() ? name + ";" : name + ": " + value;
    }

    /** A word that the shell leaves as it is. */
    private static String quoted(String text) {
        return text.matches("[A-Za-z0-9_./:@%+=,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
