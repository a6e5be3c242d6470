package io.s360.iid.verify.cases;

import io.s360.iid.contract.Operation;
import io.s360.iid.verify.exchange.Request;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What makes the body of a good request too large, not UTF-8, or not one JSON text. They know JSON, and no operation. */
final class BodyProbes {

    private static final String FIRST_TEXT = ":\\s*\"";
    private static final String FIRST_MEMBER = "^\\{(\"([^\"]+)\":\"[^\"]*\")";

    private BodyProbes() {}

    static Stream<Probe> ofSize(int maxBytes) {
        return Stream.of(
                        new Probe(
                                "one byte too many", request -> request.withBody(padded(request.text(), maxBytes + 1))),
                        new Probe("far too many bytes", request -> request.withBody("[" + " ".repeat(8 * maxBytes))))
                .map(probe -> probe.about("body#maxBytes"));
    }

    /** The text with so many blanks behind it that it has so many bytes. */
    static String padded(String text, int bytes) {
        return text + " ".repeat(bytes - text.getBytes(StandardCharsets.UTF_8).length);
    }

    static Stream<Probe> ofEncoding() {
        Stream<Probe> bytes = inserted(Map.of(
                        "a byte that is not UTF-8", "\u00ff",
                        "an overlong form", "\u00c0\u00af",
                        "an overlong NUL", "\u00c0\u0080",
                        "a surrogate in three bytes", "\u00ed\u00a0\u0080",
                        "a character cut short", "\u00e2\u0082",
                        "beyond the last code point", "\u00f4\u0090\u0080\u0080",
                        "a raw NUL", "\u0000"))
                .map(text -> new Probe(
                        text.getKey(),
                        request -> request.withBody(request.text()
                                .replaceFirst(FIRST_TEXT, ":\"" + text.getValue())
                                .getBytes(StandardCharsets.ISO_8859_1))));
        Stream<Probe> escapes = inserted(Map.of(
                        "half a surrogate pair", "\\\\ud800",
                        "the other half", "\\\\udc00",
                        "a pair the wrong way round", "\\\\udc00\\\\ud800",
                        "an escaped NUL", "\\\\u0000"))
                .map(text -> new Probe(
                        text.getKey(),
                        request -> request.withBody(request.text().replaceFirst(FIRST_TEXT, ":\"" + text.getValue()))));
        Stream<Probe> charsets = Stream.of("UTF-16", "UTF-16LE", "UTF-32BE")
                .map(name -> new Probe(
                        name, request -> request.withBody(request.text().getBytes(Charset.forName(name)))));
        return Stream.of(bytes, escapes, charsets).flatMap(probes -> probes);
    }

    private static Stream<Map.Entry<String, String>> inserted(Map<String, String> texts) {
        return texts.entrySet().stream().sorted(Map.Entry.comparingByKey());
    }

    static Stream<Probe> ofJson(Operation operation) {
        return Stream.of(
                        Stream.of(new Probe("''", request -> request.withBody("")).about("body#required")),
                        ofTexts(),
                        ofChanges(),
                        ofDepth(operation))
                .flatMap(probes -> probes);
    }

    private static Stream<Probe> ofTexts() {
        Stream<Probe> short0 = Probe.each(
                Stream.of(
                        "   ",
                        "{",
                        "{\"a\":}",
                        "{'a':1}",
                        "{a:1}",
                        "{\"a\":NaN}",
                        "{\"a\":Infinity}",
                        "{\"a\":01}",
                        "{\"a\":+1}",
                        "{\"a\":.5}",
                        "{\"a\":1.}",
                        "{\"a\":0x1}",
                        "{\"a\":\"\t\"}",
                        "{\"a\":\"\\x\"}",
                        "{\"a\":\"\\u12\"}",
                        "{\"a\" 1}",
                        "{\"a\":1 \"b\":2}",
                        "[1,]",
                        "{} // x",
                        "/* x */ {}",
                        "{}{}",
                        "nul",
                        "TRUE",
                        "\u00a0{}",
                        "\u000b{}"),
                Request::withBody);
        Probe digits = new Probe(
                "a number of 10,000 digits", request -> request.withBody("{\"a\":" + "1".repeat(10000) + "}"));
        return Stream.concat(short0, Stream.of(digits));
    }

    private static Stream<Probe> ofChanges() {
        List<Probe> probes = new ArrayList<>();
        probes.add(changed("cut short", ".$", ""));
        probes.add(changed("a trailing comma", "}$", ",}"));
        probes.add(changed("text behind", "$", "x"));
        probes.add(changed("a NUL behind it in words", "$", "\\\\u0000"));
        probes.add(changed("a byte order mark", "^", "\uFEFF"));
        probes.add(changed("a member twice", FIRST_MEMBER, "{$1,$1"));
        probes.add(changed("a member twice, the second null", FIRST_MEMBER, "{$1,\"$2\":null"));
        probes.add(new Probe("a member twice, once in escapes", BodyProbes::twiceInEscapes));
        return probes.stream();
    }

    private static Probe changed(String name, String pattern, String replacement) {
        return new Probe(name, request -> request.withBody(request.text().replaceFirst(pattern, replacement)));
    }

    private static Request twiceInEscapes(Request request) {
        String first = request.text().replaceFirst("(?s)^\\{\"(.).*", "$1");
        String escape = String.format("\\\\u%04x", (int) first.charAt(0));
        return request.withBody(request.text()
                .replaceFirst("^\\{\"(.)([^\"]*)\":(\"[^\"]*\")", "{\"$1$2\":$3,\"" + escape + "$2\":$3"));
    }

    private static Stream<Probe> ofDepth(Operation operation) {
        return Stream.of(
                        new Probe("one level too deep", request -> request.withBody(nested(operation.maxDepth() + 1))),
                        new Probe(
                                "one level too deep, in objects",
                                request -> request.withBody("{\"a\":".repeat(operation.maxDepth())
                                        + "{}"
                                        + "}".repeat(operation.maxDepth()))),
                        new Probe("1,000 levels deep", request -> request.withBody(nested(1000))))
                .map(probe -> probe.about("body#maxDepth"));
    }

    /** A list in a list, so many of them. */
    static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }
}
