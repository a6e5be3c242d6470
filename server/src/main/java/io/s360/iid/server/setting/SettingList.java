package io.s360.iid.server.setting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All settings that are this server's own, and those of Spring that it is operated by. The compiler has made the list of
 * the records and their Javadoc, and has added what stands in {@code additional-spring-configuration-metadata.json}.
 */
public record SettingList(List<Setting> all) {

    private static final String METADATA = "/META-INF/spring-configuration-metadata.json";
    private static final String OWN = "s360.";
    private static final String OWN_VARIABLE = "S360_";
    private static final Comparator<Setting> OWN_FIRST = Comparator.comparing(
                    (Setting setting) -> !setting.name().startsWith(OWN))
            .thenComparing(Setting::name);
    /** Known to whatever starts the server, and to nobody else. */
    private static final Set<String> OF_THE_LAUNCHER = Set.of("S360_JAVA_HOME");

    /**
     * Reads the list.
     *
     * @param defaults of this server: they hold, whatever a record or Spring says of itself
     */
    public static SettingList read(Properties defaults) {
        try (InputStream in = SettingList.class.getResourceAsStream(METADATA)) {
            List<Setting> all = new JsonMapper()
                    .readTree(in)
                    .path("properties")
                    .valueStream()
                    .map(property -> toSetting(property, defaults))
                    .sorted(OWN_FIRST)
                    .toList();
            return new SettingList(all.stream()
                    .filter(setting -> all.stream().noneMatch(setting::isListOf))
                    .toList());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Setting toSetting(JsonNode property, Properties defaults) {
        String name = property.path("name").asString();
        JsonNode value = property.path("defaultValue");
        return new Setting(
                name,
                defaults.getProperty(name, value.isMissingNode() ? null : value.asString()),
                toSentence(property.path("description").asString("")));
    }

    private static String toSentence(String javadoc) {
        String text = javadoc.endsWith(".") || javadoc.isEmpty() ? javadoc : javadoc + ".";
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** As lines under the options of the command line. */
    public Stream<String> lines() {
        return all.stream()
                .flatMap(setting ->
                        Stream.of("  " + setting.name() + shown(setting.value()), "      " + setting.description()));
    }

    private static String shown(@Nullable String value) {
        return value == null ? "" : "=" + value;
    }

    /** As rows of a table in Markdown. */
    public Stream<String> rows() {
        return Stream.concat(
                Stream.of("| setting | unless set | meaning |", "| --- | --- | --- |"),
                all.stream()
                        .map(setting -> "| `%s` | %s | %s |"
                                .formatted(
                                        setting.name(),
                                        setting.value() == null ? "" : "`" + setting.value() + "`",
                                        setting.description())));
    }

    /** The first of some variables of the environment that looks like a setting of this server and is none. */
    public Optional<String> unknownOf(Set<String> variables) {
        return variables.stream()
                .filter(variable -> variable.startsWith(OWN_VARIABLE) && !OF_THE_LAUNCHER.contains(variable))
                .filter(variable -> all.stream().noneMatch(setting -> setting.isSetBy(variable)))
                .sorted()
                .findFirst();
    }
}
