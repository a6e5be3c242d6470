package io.s360.iid.verify.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The report as one page that needs nothing else, and that a browser lets load nothing else. */
final class HtmlPage {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern HOLE = Pattern.compile("\\{\\{([a-z]+)}}");
    private static final List<String> STYLES = List.of("tokens.css", "page.css", "parts.css");
    private static final List<String> SCRIPTS = List.of(
            "dom.js",
            "words.js",
            "filter.js",
            "hero.js",
            "headlines.js",
            "matrix.js",
            "cycles.js",
            "clauses.js",
            "page.js");

    private HtmlPage() {}

    static String of(Report report) {
        String style = together(STYLES);
        String script = together(SCRIPTS);
        Map<String, JsonNode> words = new LinkedHashMap<>();
        List.of("en", "ar").forEach(language -> words.put(language, JSON.readTree(resource(language + ".json"))));
        Map<String, String> parts = Map.of(
                "policy",
                "default-src 'none'; base-uri 'none'; form-action 'none'; style-src " + hash(style) + "; script-src "
                        + hash(script),
                "style",
                style,
                "script",
                script,
                "words",
                embedded(words),
                "report",
                embedded(tree(report)));
        return HOLE.matcher(resource("report.html"))
                .replaceAll(hole -> Matcher.quoteReplacement(parts.getOrDefault(hole.group(1), "")));
    }

    private static JsonNode tree(Report report) {
        ObjectNode tree = JSON.valueToTree(report);
        ((ObjectNode) tree.get("run")).put("seconds", report.run().took().toMillis() / 1000.0);
        return tree;
    }

    /** JSON in which nothing can end the script element that holds it, or begin a comment. */
    private static String embedded(Object value) {
        return JSON.writeValueAsString(value)
                .replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private static String together(List<String> files) {
        return files.stream().map(HtmlPage::resource).collect(Collectors.joining("\n"));
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(HtmlPage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String hash(String text) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(sha) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
