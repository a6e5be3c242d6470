package io.s360.iid.mock.refusal;

import io.s360.iid.contract.request.IncomingRequest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a request has in a header that is wrong. Only what names a media type, or a coding, is shown. */
final class HeaderEvidence {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]{1,60}";
    private static final String PARAMETER = "[ \\t]*;[ \\t]*(?:charset|q)=\"?[0-9A-Za-z._-]{1,20}\"?";
    private static final String RANGE = TOKEN + "(?:/" + TOKEN + ")?(?:" + PARAMETER + "){0,2}";
    private static final Pattern RANGES = Pattern.compile(RANGE + "(?:[ \\t]*,[ \\t]*" + RANGE + "){0,20}");
    private static final Set<String> HARMLESS = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        HARMLESS.addAll(List.of("Accept", "Content-Type", "Content-Encoding"));
    }

    private HeaderEvidence() {}

    /** In a few words. */
    static String of(String name, IncomingRequest request) {
        List<String> values = request.headers(name);
        return switch (values.size()) {
            case 0 -> "nothing";
            case 1 -> shown(name, values.get(0));
            default -> values.size() + " of them";
        };
    }

    /** Whether a value is of a header that names media types or codings, and does nothing else. */
    static boolean isHarmless(String name, String value) {
        return HARMLESS.contains(name) && RANGES.matcher(value).matches();
    }

    private static String shown(String name, String value) {
        return isHarmless(name, value) ? Plain.cut(value, Plain.VALUE) : Evidence.text(value);
    }
}
