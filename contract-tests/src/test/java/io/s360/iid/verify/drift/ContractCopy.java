package io.s360.iid.verify.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.contract.source.ContractFiles;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The contract in a folder that is laid out as the repository is. */
final class ContractCopy {

    private static final Path WHERE = Path.of("api", "src", "main", "resources", "openapi");

    private final Path repository;

    ContractCopy(Path repository) throws IOException {
        this.repository = repository;
        Path original = Path.of("..").resolve(WHERE);
        try (Stream<Path> files = Files.walk(original)) {
            for (Path from : files.filter(Files::isRegularFile).toList()) {
                Path to = folder().resolve(original.relativize(from).toString());
                Files.createDirectories(Objects.requireNonNull(to.getParent()));
                Files.copy(from, to);
            }
        }
    }

    private Path folder() {
        return repository.resolve(WHERE);
    }

    ContractFiles files() {
        return ContractFiles.in(folder());
    }

    Contract contract() {
        return ContractReader.read(files(), ContractReader.ROOT);
    }

    ContractCopy edit(String file, UnaryOperator<String> change) throws IOException {
        Path edited = folder().resolve(file);
        String before = Files.readString(edited);
        String after = change.apply(before);
        assertThat(after).as("the edit of " + file).isNotEqualTo(before);
        Files.writeString(edited, after);
        return this;
    }

    /** Applies a diff with the tool that people would use. */
    void apply(String diff) throws IOException, InterruptedException {
        Path file = Files.writeString(repository.resolve("drift.diff"), diff);
        List<String> command;
        if (isInstalled("git")) {
            command = List.of("git", "apply", "--whitespace=error-all", file.toString());
        } else if (isInstalled("patch")) {
            command = List.of("patch", "-p1", "-i", file.toString());
        } else {
            command = missing();
        }
        Process process = new ProcessBuilder(command)
                .directory(repository.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output + "\n" + diff).isZero();
    }

    static boolean isInstalled(String program) {
        return Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .anyMatch(folder -> new File(folder, program).canExecute());
    }

    private static List<String> missing() {
        String why = "the diff was not applied: neither git nor patch here";
        return "true".equals(System.getenv("CI")) ? fail(why) : abort(why);
    }
}
