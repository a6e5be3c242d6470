package io.s360.iid.contract.request;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Finds the first thing that keeps a text from being one JSON text, and words it without a value of the text. Only for texts
 * that have been refused: it is slower than reading one.
 */
final class JsonDiagnosis {

    /** Lets NaN and its like pass as a token, for their place would otherwise be told wrong. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private final String text;
    private final int maxDepth;
    private final DeclaredMembers declared;
    private final Deque<Set<String>> open = new ArrayDeque<>();
    private boolean ended;

    JsonDiagnosis(String text, int maxDepth, DeclaredMembers declared) {
        this.text = text;
        this.maxDepth = maxDepth;
        this.declared = declared;
    }

    BodyFault fault() {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            try {
                for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    BodyFault fault = faultAt(parser, token);
                    if (fault != null) {
                        return fault;
                    }
                }
                return BodyFault.ofJson("is not one JSON text");
            } catch (JacksonException broken) {
                TokenStreamLocation at = broken.getLocation();
                return faultOf(broken, at == null ? parser.currentLocation() : at);
            }
        }
    }

    private @Nullable BodyFault faultAt(JsonParser parser, JsonToken token) {
        TokenStreamLocation at = parser.currentTokenLocation();
        if (ended) {
            return BodyFault.ofJson("goes on after the end of the JSON text" + in(at));
        }
        if (parser.isNaN()) {
            return BodyFault.ofJson("has an unexpected word" + in(at));
        }
        if (token.isStructStart()) {
            open.push(new HashSet<>());
        } else if (token.isStructEnd()) {
            open.pop();
        } else if (token == JsonToken.PROPERTY_NAME && !open.element().add(parser.currentName())) {
            return repetition(parser, at);
        }
        ended = open.isEmpty();
        return open.size() > maxDepth
                ? new BodyFault("", "is nested deeper than " + maxDepth + in(at), "body.maxDepth: " + maxDepth, true)
                : null;
    }

    private BodyFault repetition(JsonParser parser, TokenStreamLocation at) {
        String name = parser.currentName();
        String who = declared.has(name) ? "the member " + name : "a member that is not declared";
        String where = declared.shown(parser.streamReadContext().pathAsPointer().toString());
        return new BodyFault(where, "has " + who + " twice, again" + in(at), "each member once", false);
    }

    private BodyFault faultOf(JacksonException broken, TokenStreamLocation at) {
        if (broken instanceof StreamConstraintsException) {
            StreamReadConstraints limits = JSON.streamReadConstraints();
            String expected = "a number of at most " + limits.getMaxNumberLength() + " digits, a name of at most "
                    + limits.getMaxNameLength() + " characters";
            return new BodyFault("", "has an overlong number or name" + in(at), expected, false);
        }
        if (ended) {
            return BodyFault.ofJson("goes on after the end of the JSON text" + in(at));
        }
        return BodyFault.ofJson(
                broken instanceof UnexpectedEndOfInputException
                        ? "ends before the JSON text does" + in(at)
                        : "has " + describe((int) at.getCharOffset()) + in(at));
    }

    /** The kind of a character; itself only if it is part of JSON's own grammar. */
    private String describe(int offset) {
        char found = offset >= 0 && offset < text.length() ? text.charAt(offset) : '?';
        if ("{}[]:,\"".indexOf(found) >= 0) {
            return "an unexpected " + found;
        }
        if (found == '\'') {
            return "a single quote, where JSON has double ones";
        }
        if (found == '\uFEFF') {
            return "a byte order mark";
        }
        if (found < ' ') {
            return "an unexpected control character";
        }
        return Character.isLetter(found)
                ? "an unexpected word"
                : Character.isDigit(found) ? "an unexpected digit" : "an unexpected character";
    }

    private static String in(TokenStreamLocation at) {
        return " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }
}
