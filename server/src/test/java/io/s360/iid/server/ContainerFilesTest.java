package io.s360.iid.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import picocli.CommandLine;

/** What the files for containers claim, held against what is there. No engine is needed, and none is tried. */
class ContainerFilesTest {

    private static final Path HOME = Path.of("..");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    @ParameterizedTest
    @ValueSource(strings = {"server", "mock"})
    void doesNotRunAsRoot(String module) {
        assertThat(last(module, "USER")).matches("[1-9][0-9]*:[1-9][0-9]*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "mock"})
    void startsAJarThatTheBuildMakes(String module) {
        String jar = words(last(module, "ENTRYPOINT")).stream()
                .filter(word -> word.endsWith(".jar"))
                .findFirst()
                .orElseThrow();

        assertThat(read(module + "/pom.xml")).contains(jar.replace(".jar", ""));
        assertThat(String.join("\n", instructions(module))).contains("/" + jar);
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "mock"})
    void looksAfterItselfAtAPortThatItExposes(String module) {
        String check = last(module, "HEALTHCHECK");
        String port = check.replaceAll("(?s).*/dev/tcp/127\\.0\\.0\\.1/(\\d+).*", "$1");

        assertThat(last(module, "EXPOSE").split(" ")).contains(port);
        assertThat(last(module, "CMD")).contains('"' + port + '"');
    }

    @Test
    void asksForAHealthThatTheServerHas() {
        String path = last("server", "HEALTHCHECK").replaceAll("(?s).*GET (\\S+) HTTP.*", "$1");

        try (S360Server server = S360Server.start(
                S360Server.Options.defaults().withDemo().withPort(0).withManagement(0, "k"))) {
            assertThat(WireCaller.operator(server, "k").send("GET", path).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void givesTheServerOptionsThatItHas() {
        List<String> options = words(last("server", "CMD")).stream()
                .filter(word -> word.startsWith("--"))
                .toList();
        CommandLine.Model.CommandSpec known = ServerApplication.commandLine().getCommandSpec();

        assertThat(options)
                .isNotEmpty()
                .allSatisfy(option -> assertThat(known.findOption(option)).isNotNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "mock", "postgres"})
    void composesWhatIsThere(String name) {
        Map<?, ?> compose = new Yaml().load(read("compose.yaml"));
        Map<?, ?> service = (Map<?, ?>) ((Map<?, ?>) compose.get("services")).get(name);

        if (service.get("build") instanceof Map<?, ?> build) {
            assertThat(HOME.resolve(String.valueOf(build.get("dockerfile")))).isRegularFile();
            assertThat(service.get("read_only")).isEqualTo(true);
            assertThat(String.valueOf(service.get("cap_drop"))).isEqualTo("[ALL]");
        }
        assertThat(service.get("ports") == null
                        || !service.get("ports").toString().contains("8081"))
                .as("the management port is not published")
                .isTrue();
        assertThat(String.valueOf(service.get("environment")).toLowerCase())
                .as("a secret is a file")
                .doesNotContainPattern("(key|password)=");
    }

    @Test
    void composesSettingsThatThereAre() {
        Map<?, ?> compose = new Yaml().load(read("compose.yaml"));
        Map<?, ?> server = (Map<?, ?>) ((Map<?, ?>) compose.get("services")).get("server");
        Map<?, ?> environment = (Map<?, ?>) server.get("environment");
        List<String> known = io.s360.iid.server.setting.SettingList.read(ServerStart.defaults()).all().stream()
                .map(io.s360.iid.server.setting.Setting::variable)
                .toList();

        assertThat(environment.keySet().stream().map(String::valueOf)).isSubsetOf(known);
        assertThat(String.valueOf(server.get("command")))
                .as("the store is at an address")
                .doesNotContain("--data");
    }

    /** What is not there is nothing, and the hash of nothing is a hash. */
    @Test
    void tellsHowToMakeWhateverIsHashed() {
        String page = read("docs/containers.md");

        assertThat(page.lines().filter(line -> line.contains("| sha256sum")))
                .isNotEmpty()
                .allSatisfy(line -> {
                    String variable = line.replaceAll(".*\"\\$(\\w+)\".*", "$1");
                    assertThat(page.substring(0, page.indexOf(line))).contains("\n" + variable + "=$(openssl rand");
                });
    }

    private static String last(String module, String instruction) {
        return instructions(module).stream()
                .filter(line -> line.startsWith(instruction + " "))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .substring(instruction.length() + 1)
                .strip();
    }

    /** One string for each instruction, whatever lines it has. */
    private static List<String> instructions(String module) {
        return read(module + "/Dockerfile")
                .replace("\\\n", " ")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static List<String> words(String list) {
        return QUOTED.matcher(list).results().map(found -> found.group(1)).toList();
    }

    private static String read(String file) {
        try {
            return Files.readString(HOME.resolve(file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
