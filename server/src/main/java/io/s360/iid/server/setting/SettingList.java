package io.s360.iid.server.setting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
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
    /** Of the launcher, the verifier and the builds: whoever has them set may start a server all the same. */
    private static final Set<String> OF_THE_KIT = Set.of(
            "S360_JAVA_HOME",
            "S360_CLIENT_ID",
            "S360_CLIENT_KEY",
            "S360_SESSION_TOKEN",
            "S360_TARGET",
            "S360_DOCUMENTS");

    private static final String HOST = "_SERVICE_HOST";
    /** What Kubernetes tells each container of a service, after the name of the service. */
    private static final Pattern OF_A_SERVICE = Pattern.compile(HOST + "|_SERVICE_PORT(_\\w+)?|_PORT(_\\d+_\\w+)?");

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
                .filter(variable -> variable.startsWith(OWN_VARIABLE) && !OF_THE_KIT.contains(variable))
                .filter(variable -> all.stream().noneMatch(setting -> setting.isSetBy(variable)))
                .filter(variable -> !isOfAService(variable, variables))
                .sorted()
                .findFirst();
    }

    /** A misspelt port is none: of a service there is its host as well. */
    private static boolean isOfAService(String variable, Set<String> variables) {
        return variables.stream()
                .filter(host -> host.endsWith(HOST))
                .map(host -> host.substring(0, host.length() - HOST.length()))
                .filter(variable::startsWith)
                .map(service -> variable.substring(service.length()))
                .anyMatch(rest -> OF_A_SERVICE.matcher(rest).matches());
    }
}
