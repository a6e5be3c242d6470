package io.s360.iid.mock.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConsoleFilesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern SAID =
            Pattern.compile("\\bsay\\('([^']+)'|data-say(?:-label|-placeholder)?=\"([^\"]+)\"");
    private static final Pattern SAID_BY_KIND = Pattern.compile("\\bsay\\(`([a-z.-]+)\\$\\{");
    private static final Pattern HOLE = Pattern.compile("\\{\\w+}");

    @Test
    void givesPageAtItsRoot() {
        Console.Asset page = Console.asset("/__console").orElseThrow();

        assertThat(page.contentType()).isEqualTo("text/html; charset=utf-8");
        assertThat(new String(page.bytes(), UTF_8)).startsWith("<!doctype html>");
        assertThat(Console.asset("/__console/").orElseThrow().bytes()).isEqualTo(page.bytes());
    }

    @Test
    void givesEachFile() throws Exception {
        List<String> names = files().keySet().stream().toList();

        assertThat(names).contains("index.html", "console.js", "frame.css", "icon.svg", "words/ar.json");
        assertThat(names)
                .allSatisfy(
                        name -> assertThat(Console.asset("/__console/" + name)).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/__console/nothing.js",
                "/__console/../console/console.js",
                "/__console//console.js",
                "/__console/Console.class",
                "/__console/package-info.class",
                "/__console/words/../console.js",
                "/__consol",
                "/__console/words",
                ""
            })
    void givesNothingElse(String path) {
        assertThat(Console.asset(path)).isEmpty();
    }

    @Test
    void keepsWhatPolicyAllows() throws Exception {
        assertThat(Console.HEADERS.get("Content-Security-Policy"))
                .contains("default-src 'self'")
                .doesNotContain("unsafe");

        String page = files().get("index.html");

        assertThat(page)
                .doesNotContain(" style=", "<style", " onclick=")
                .doesNotContainPattern("<script(?![^>]* src=)");
        assertThat(files().values())
                .noneMatch(text -> text.contains("innerHTML") || text.contains("insertAdjacentHTML"));
    }

    @Test
    void saysTheSameInBothLanguages() {
        Map<String, String> english = words("en");
        Map<String, String> arabic = words("ar");

        assertThat(arabic.keySet()).isEqualTo(english.keySet());
        assertThat(arabic).allSatisfy((key, text) -> {
            assertThat(holes(text)).as(key).isEqualTo(holes(english.get(key)));
            assertThat(text).as(key).containsPattern("\\p{IsArabic}");
        });
    }

    @Test
    void hasWordsForAllThatIsSaid() throws Exception {
        Set<String> said = new TreeSet<>();
        for (String text : files().values()) {
            SAID.matcher(text)
                    .results()
                    .map(hit -> hit.group(1) == null ? hit.group(2) : hit.group(1))
                    .forEach(said::add);
        }

        assertThat(said).hasSizeGreaterThan(50);
        assertThat(words("en").keySet()).containsAll(said);
    }

    @Test
    void saysAllItsWords() throws Exception {
        String sources = files().entrySet().stream()
                .filter(file -> !file.getKey().startsWith("words/"))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining());
        List<String> kinds =
                SAID_BY_KIND.matcher(sources).results().map(hit -> hit.group(1)).toList();

        assertThat(words("en").keySet())
                .filteredOn(key -> kinds.stream().noneMatch(key::startsWith))
                .allMatch(key -> sources.contains("'" + key + "'") || sources.contains("\"" + key + "\""));
    }

    private static Set<String> holes(String text) {
        return HOLE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Map<String, String> words(String language) {
        JsonNode tree = JSON.readTree(Console.asset("/__console/words/" + language + ".json")
                .orElseThrow()
                .bytes());
        return tree.propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asString()));
    }

    private static Map<String, String> files() throws IOException, URISyntaxException {
        Path folder = Path.of(Console.class.getResource("index.html").toURI()).getParent();
        try (Stream<Path> all = Files.walk(folder)) {
            Map<String, String> files = new TreeMap<>();
            for (Path file : all.filter(Files::isRegularFile)
                    .filter(one -> !one.toString().endsWith(".class"))
                    .toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
            return files;
        }
    }
}
