package io.s360.iid.mock.answer;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which answer a caller prefers (RFC 7240). Of a preference that stands twice the first counts; one that is neither
 * {@code example} nor {@code code} is another server's. Both may also stand behind a semicolon, where RFC 7240 has the
 * parameters of a preference: it is what people type.
 *
 * @param example the name of an answer; null if not preferred
 * @param code a status; null if not preferred
 */
public record Preference(@Nullable String example, @Nullable String code) {

    /** The header that carries it. */
    public static final String HEADER = "Prefer";

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
    private static final String QUOTED = "\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"";
    private static final String BLANKS = "[ \\t]*+";
    private static final Pattern ONE = Pattern.compile("[ \\t,;]*+(" + TOKEN + ")" + BLANKS + "(?:=" + BLANKS + "(?:("
            + TOKEN + ")|" + QUOTED + ")?+)?+" + "[^,;\"]*+(?:\"[^\"]*+\"[^,;\"]*+)*+");

    /** What these headers of the name {@value #HEADER} say. */
    public static Preference of(List<String> headers) {
        if (headers.isEmpty()) {
            return new Preference(null, null);
        }
        Matcher matcher = ONE.matcher(String.join(",", headers));
        String example = null;
        String code = null;
        while (matcher.find()) {
            String name = matcher.group(1).toLowerCase(Locale.ROOT);
            if (name.equals("example") && example == null) {
                example = valueIn(matcher);
            } else if (name.equals("code") && code == null) {
                code = valueIn(matcher);
            }
        }
        return new Preference(example, code);
    }

    public boolean isNone() {
        return example == null && code == null;
    }

    private static String valueIn(Matcher matcher) {
        if (matcher.group(2) != null) {
            return matcher.group(2);
        }
        return matcher.group(3) == null ? "" : matcher.group(3).replaceAll("\\\\(.)", "$1");
    }
}
