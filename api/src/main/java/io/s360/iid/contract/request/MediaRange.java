package io.s360.iid.contract.request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One element of a {@code Content-Type} or {@code Accept} header (RFC 9110, 8.3.1 and 12.5.1).
 *
 * @param type in lower case, as are the subtype and the names of the parameters
 */
public record MediaRange(String type, String subtype, Map<String, String> parameters) {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final String PARAMETER = "(" + TOKEN + ")=(?:(" + TOKEN + ")|\"((?:[^\"\\\\]|\\\\.)*+)\")";
    private static final Pattern PARAMETERS = Pattern.compile("\\s*+;\\s*+(?:" + PARAMETER + ")?+");
    private static final Pattern TYPE = Pattern.compile("\\s*+(" + TOKEN + ")/(" + TOKEN + ")");
    private static final Pattern END = Pattern.compile("\\s*+(?:,|$)");

    /** The elements of a header; empty if the text is none. */
    public static Optional<List<MediaRange>> parse(String text) {
        List<MediaRange> ranges = new ArrayList<>();
        Matcher matcher = TYPE.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!matcher.usePattern(TYPE).region(at, text.length()).lookingAt()) {
                return Optional.empty();
            }
            String type = matcher.group(1).toLowerCase(Locale.ROOT);
            String subtype = matcher.group(2).toLowerCase(Locale.ROOT);
            Map<String, String> parameters = new LinkedHashMap<>();
            at = matcher.end();
            while (matcher.usePattern(PARAMETERS).region(at, text.length()).lookingAt()) {
                addParameter(parameters, matcher);
                at = matcher.end();
            }
            ranges.add(new MediaRange(type, subtype, parameters));
            if (!matcher.usePattern(END).region(at, text.length()).lookingAt()) {
                return Optional.empty();
            }
            at = matcher.end();
        }
        return ranges.isEmpty() ? Optional.empty() : Optional.of(ranges);
    }

    private static void addParameter(Map<String, String> parameters, Matcher matcher) {
        if (matcher.group(1) != null) {
            String value = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
            parameters.put(matcher.group(1).toLowerCase(Locale.ROOT), value);
        }
    }

    /** Whether this is JSON by name. */
    boolean isJson() {
        return precisionForJson() == 3;
    }

    /** How exactly this range names JSON, see {@link #precisionFor}. */
    int precisionForJson() {
        return precisionFor("application", "json");
    }

    /** How exactly this range names a media type: 3 by name, 2 by its type, 1 by anything, 0 not at all. */
    public int precisionFor(String wantedType, String wantedSubtype) {
        if (type.equals(wantedType)) {
            return subtype.equals(wantedSubtype) ? 3 : subtype.equals("*") ? 2 : 0;
        }
        return type.equals("*") && subtype.equals("*") ? 1 : 0;
    }

    /** Whether the sender wants this at all: its weight is not zero. */
    public boolean isWanted() {
        return !parameters.getOrDefault("q", "1").matches("0(\\.0*)?");
    }
}
