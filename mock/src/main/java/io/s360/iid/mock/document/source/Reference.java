package io.s360.iid.mock.document.source;

import io.s360.iid.contract.source.Pointers;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The text of a reference: a file and, behind a hash, a place in it. */
final class Reference {

    private static final Pattern ELSEWHERE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:");

    private Reference() {}

    /** Whether it names a scheme, and so something that is no file beside this one. */
    static boolean leadsElsewhere(String reference) {
        return ELSEWHERE.matcher(reference).lookingAt();
    }

    static String decoded(String text) {
        try {
            return text.indexOf('%') < 0 ? text : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    /** The value at a JSON pointer; null if there is none. */
    static @Nullable JsonNode valueAt(JsonNode root, String pointer) {
        @Nullable JsonNode at = root;
        for (int slash = 0; slash < pointer.length() && at != null; ) {
            int next = pointer.indexOf('/', slash + 1);
            int end = next < 0 ? pointer.length() : next;
            String step = Pointers.unescape(pointer.substring(slash + 1, end));
            at = at.isArray() ? (step.matches("\\d{1,9}") ? at.get(Integer.parseInt(step)) : null) : at.get(step);
            slash = end;
        }
        return at;
    }
}
