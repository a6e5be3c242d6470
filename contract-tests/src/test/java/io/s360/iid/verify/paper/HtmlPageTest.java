package io.s360.iid.verify.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HtmlPageTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern SAID =
            Pattern.compile("\\bsay\\('([^']+)'|data-say(?:-label|-placeholder)?=\"([^\"]+)\"");
    private static final Pattern HOLE = Pattern.compile("\\{\\w+}");

    @Test
    void keepsAnswersOutOfItsMarkup() {
        String page = HtmlPage.of(Samples.faulty());

        assertThat(Pattern.compile("</?script").matcher(page).results()).hasSize(6);
        assertThat(page).doesNotContain("<!--").contains("\\u003c/script\\u003e");
    }

    @Test
    void loadsNothing() {
        String page = HtmlPage.of(Samples.faulty());
        String markup = page.replaceAll("(?s)<script type=\"application/json\".*?</script>", "");

        assertThat(markup.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http:", "https:", "@import", " src=")
                .doesNotContainPattern("\\burl\\(");
        assertThat(markup).contains("default-src 'none'", "script-src 'sha256-").doesNotContain("unsafe-");
    }

    @Test
    void fillsAllItsHoles() {
        assertThat(HtmlPage.of(Samples.healthy())).doesNotContain("{{");
    }

    @Test
    void showsNoSecret() {
        assertThat(HtmlPage.of(Samples.faulty())).contains("$S360_CLIENT_KEY").doesNotContain(Samples.SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void hasWordsForAllThatIsSaid(String language) throws Exception {
        Set<String> said = new TreeSet<>();
        SAID.matcher(sources()).results().forEach(hit -> said.add(hit.group(1) == null ? hit.group(2) : hit.group(1)));

        assertThat(said).hasSizeGreaterThan(40);
        assertThat(words(language).propertyNames()).containsAll(said);
    }

    /** Arabic has more forms of the plural; each says its number, or is the word for it. */
    @Test
    void saysTheSameInBothLanguages() throws Exception {
        JsonNode english = words("en");
        JsonNode arabic = words("ar");

        assertThat(arabic.propertyNames()).containsAll(english.propertyNames());
        assertThat(english.propertyNames())
                .filteredOn(key -> !key.matches(".*[.](one|other)"))
                .allSatisfy(key -> assertThat(holes(arabic.get(key))).isEqualTo(holes(english.get(key))));
        assertThat(arabic.propertyNames())
                .filteredOn(key -> !english.has(key))
                .allMatch(key -> english.has(key.replaceFirst("[.](zero|one|two|few|many)$", ".other")));
    }

    @Test
    void saysAllItsWords() throws Exception {
        String sources = sources();

        assertThat(words("en").propertyNames()).allMatch(key -> {
            String plain = key.replaceFirst("[.](one|other)$", "");
            return sources.contains("'" + plain + "'")
                    || sources.contains("\"" + plain + "\"")
                    || sources.contains("`" + plain.replaceFirst("[.].*", ".") + "${");
        });
    }

    private static Set<String> holes(JsonNode text) {
        return HOLE.matcher(text.asString()).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static JsonNode words(String language) throws Exception {
        return JSON.readTree(text(language + ".json"));
    }

    private static String sources() throws Exception {
        StringBuilder all = new StringBuilder(text("report.html"));
        for (String script : List.of("hero", "filter", "headlines", "matrix", "cycles", "clauses", "page")) {
            all.append(text(script + ".js"));
        }
        return all.toString();
    }

    private static String text(String file) throws Exception {
        try (var in = Objects.requireNonNull(HtmlPage.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
