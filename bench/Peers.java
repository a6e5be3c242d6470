package io.s360.iid.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the mock servers that can be measured here. */
final class Peers {

    private static final Pattern WIREMOCK_VERSION = Pattern.compile("<wiremock.version>(.+)</wiremock.version>");
    private static final Pattern PRISM_VERSION = Pattern.compile("\"version\": *\"([^\"]+)\"");

    private final Options options;
    private final List<String> missing = new ArrayList<>();

    Peers(Options options) {
        this.options = options;
    }

    /** What is not measured, and how to get it; complete after the finding. */
    List<String> missing() {
        return missing;
    }

    Peer kit() {
        return new Peer("the kit", options.mock, true).with(List.of("--bind", "127.0.0.1", "--port", "{port}"));
    }

    Optional<Peer> prism() throws IOException {
        Path command = options.prism != null
                ? options.prism
                : Stream.concat(Stream.of(options.home.resolve("bench/node_modules/.bin")), pathFolders())
                        .map(folder -> folder.resolve("prism"))
                        .filter(Files::isExecutable)
                        .findFirst()
                        .orElse(null);
        if (command == null || !Files.isExecutable(command)) {
            missing.add("Prism is left out, for it is not found; npm install --prefix bench, or --prism <path>");
            return Optional.empty();
        }
        return Optional.of(new Peer(
                "Prism " + prismVersion(command),
                List.of(
                        command.toString(),
                        "mock",
                        "-h",
                        "127.0.0.1",
                        "-p",
                        "{port}",
                        options.contract().toString()),
                false));
    }

    /**
     * WireMock without and with a journal, in this order; none if there is no jar.
     *
     * @param stubs root folder with the stubs
     */
    List<Peer> wireMock(Path stubs) throws IOException {
        String version = version(WIREMOCK_VERSION, options.home.resolve("pom.xml"));
        Path jar = options.wireMock != null
                ? options.wireMock
                : Path.of(System.getProperty("user.home"), ".m2/repository/org/wiremock/wiremock-standalone", version)
                        .resolve("wiremock-standalone-" + version + ".jar");
        if (!Files.isRegularFile(jar)) {
            missing.add("WireMock is left out, for " + jar + " is not there; mvn verify, or --wiremock <jar>");
            return List.of();
        }
        Peer plain = new Peer(
                "WireMock " + version,
                List.of(
                        options.mock.get(0),
                        "-jar",
                        jar.toString(),
                        "--bind-address",
                        "127.0.0.1",
                        "--port",
                        "{port}",
                        "--root-dir",
                        stubs.toString(),
                        "--disable-banner"),
                false);
        Peer journal = new Peer(plain.name() + " with journal", plain.command(), false);
        return List.of(
                plain.with(List.of("--no-request-journal")),
                journal.with(List.of("--max-request-journal-entries", "1000")));
    }

    private static Stream<Path> pathFolders() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of);
    }

    private static String prismVersion(Path command) throws IOException {
        Path packageFile = command.toRealPath().resolve("../../package.json").normalize();
        return Files.isRegularFile(packageFile) ? version(PRISM_VERSION, packageFile) : "(unknown version)";
    }

    private static String version(Pattern pattern, Path file) throws IOException {
        Matcher matcher = pattern.matcher(Files.readString(file));
        return matcher.find() ? matcher.group(1) : "(unknown version)";
    }
}
