package io.s360.iid.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.server.setting.Setting;
import io.s360.iid.server.setting.SettingList;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever can be set is told, on the page and by the command line. */
class ConfigurationPageTest {

    private static final String BEGIN = "<!-- What follows is made from the code. -->\n";
    private static final String END = "<!-- End of what is made. -->\n";
    private static final SettingList SETTINGS = SettingList.read(ServerStart.defaults());

    @Test
    void thePageIsUpToDate() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "configuration.md"));

        String upToDate = page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
                + "\n" + SETTINGS.rows().collect(Collectors.joining("\n")) + "\n\n"
                + page.substring(page.indexOf(END));
        Path made = Files.writeString(Path.of("target", "configuration.md"), upToDate);

        assertThat(page).as("docs/configuration.md; copy " + made).isEqualTo(upToDate);
    }

    @Test
    void tellsOfEverySettingOfTheServer() {
        Set<String> told = SETTINGS.all().stream()
                .map(Setting::name)
                .filter(name -> name.startsWith("s360."))
                .collect(Collectors.toSet());

        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(
                        names("s360", ServerSettings.class).toList());
    }

    @Test
    void saysOfEachSettingWhatItMeans() {
        assertThat(SETTINGS.all())
                .allSatisfy(setting -> assertThat(setting.description())
                        .as(setting.name() + ": give it a @param")
                        .matches("[A-Z].{10,}\\."));
    }

    @Test
    void listsEverySettingInTheHelp() {
        String help = ServerApplication.commandLine().getUsageMessage();

        assertThat(SETTINGS.all()).allSatisfy(setting -> assertThat(help).contains(setting.name()));
    }

    @Test
    void refusesAVariableThatSetsNothing() {
        Set<String> right = Set.of(
                "S360_SWEEPEVERY",
                "S360_SWEEP_EVERY",
                "S360_CLIENTS_0_KEYSHA256",
                "S360_CLIENTS_12_GRANTED_3",
                "S360_JAVA_HOME",
                "PATH");

        assertThat(SETTINGS.unknownOf(right)).isEmpty();
        assertThat(SETTINGS.unknownOf(Set.of("S360_SWEEPEVRY"))).hasValue("S360_SWEEPEVRY");
        assertThat(SETTINGS.unknownOf(Set.of("S360_CLIENTS_ID"))).hasValue("S360_CLIENTS_ID");
    }

    @Test
    void letsTheKitsOwnVariablesBe() {
        Set<String> ofTheKit =
                Set.of("S360_CLIENT_ID", "S360_CLIENT_KEY", "S360_SESSION_TOKEN", "S360_TARGET", "S360_DOCUMENTS");

        assertThat(SETTINGS.unknownOf(ofTheKit)).isEmpty();
    }

    @Test
    void letsTheVariablesOfAKubernetesServiceBe() {
        Set<String> ofServices = Set.of(
                "S360_SERVICE_HOST",
                "S360_SERVICE_PORT",
                "S360_SERVICE_PORT_HTTP",
                "S360_PORT",
                "S360_PORT_8080_TCP",
                "S360_PORT_8080_TCP_ADDR",
                "S360_SERVER_SERVICE_HOST",
                "S360_SERVER_PORT",
                "S360_SERVER_PORT_8080_TCP_PROTO");

        assertThat(SETTINGS.unknownOf(ofServices)).isEmpty();
        assertThat(SETTINGS.unknownOf(Set.of("S360_SERVICE_HOST", "S360_MANAGMENT_PORT")))
                .as("no service of that name")
                .hasValue("S360_MANAGMENT_PORT");
    }

    @Test
    void tellsWhatHoldsUnlessItIsSet() {
        Properties defaults = ServerStart.defaults();

        assertThat(SETTINGS.all())
                .filteredOn(setting -> defaults.containsKey(setting.name()))
                .isNotEmpty()
                .allSatisfy(setting -> assertThat(setting.value()).isEqualTo(defaults.getProperty(setting.name())));
    }

    /** The names of what is in a record, and in the records in it. */
    private static Stream<String> names(String prefix, Class<?> type) {
        return Stream.of(type.getRecordComponents()).flatMap(component -> {
            String name = prefix + "." + kebab(component);
            Class<?> element = elementOf(component.getGenericType());
            if (element.getEnclosingClass() == ServerSettings.class) {
                return names(List.class == component.getType() ? name + "[]" : name, element);
            }
            return Stream.of(name);
        });
    }

    private static Class<?> elementOf(Type type) {
        if (type instanceof ParameterizedType several) {
            return elementOf(several.getActualTypeArguments()[0]);
        }
        return (Class<?>) type;
    }

    private static String kebab(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }
}
