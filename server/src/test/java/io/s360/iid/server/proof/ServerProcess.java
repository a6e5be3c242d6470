package io.s360.iid.server.proof;

import io.s360.iid.server.ServerApplication;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real server as a process of its own, which can be killed. None outlives the tests. */
public final class ServerProcess implements AutoCloseable {

    private static final Pattern ADDRESS =
            Pattern.compile("S360 server on http://[^:]+:(\\d+).*management on port (\\d+)");
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    /** Several times what a {@link RoundRobin} takes to see that somebody is about to go. */
    private static final String DRAIN = "PT1S";

    private static final int KEPT_LINES = 100;
    /** Little work at the start is worth more here than speed later. */
    private static final List<String> QUICK_START =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx256m");

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    private final String name;
    private final Process process;
    private final long started = System.nanoTime();
    private final ConcurrentLinkedQueue<String> said = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Instance> instance = new CompletableFuture<>();

    private ServerProcess(String name, Process process) {
        this.name = name;
        this.process = process;
        RUNNING.add(process);
        Thread reader = new Thread(this::read, "output of " + name);
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts one on free ports, by the Java that runs this.
     *
     * @param settings of Spring, as {@code name=value}
     */
    public static ServerProcess start(String name, List<String> settings) {
        return start(name, settings, "-XX:SharedArchiveFile=" + Archive.FILE);
    }

    private static ServerProcess start(String name, List<String> settings, String archive) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(QUICK_START);
        command.add(archive);
        command.addAll(List.of("-cp", ClassPath.ofJars(), ServerApplication.class.getName()));
        command.addAll(List.of("server.port=0", "s360.management.port=0", "logging.level.access=warn"));
        command.addAll(settings);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // With it the JVM has a word to say.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().put("S360_MANAGEMENT_KEY", Operator.KEY);
        builder.environment().put("S360_STOP_DRAIN", DRAIN);
        try {
            return new ServerProcess(name, builder.start());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The classes of a server, as the JVM needs them: made by the first one, which nobody else sees. */
    private static final class Archive {

        private static final Path FILE = make();

        private static Path make() {
            try {
                Path file = Files.createTempDirectory("s360-archive").resolve("server.jsa");
                file.toFile().deleteOnExit();
                try (ServerProcess first =
                        start("maker of the archive", List.of("s360.demo=true"), "-XX:ArchiveClassesAtExit=" + file)) {
                    first.awaitReady(Duration.ofMinutes(2));
                    first.terminate();
                    first.awaitExit(Duration.ofMinutes(2));
                }
                return file;
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }

    private void read() {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (said.size() < KEPT_LINES) {
                    said.add(line);
                }
                Matcher address = ADDRESS.matcher(line);
                if (address.find()) {
                    instance.complete(
                            Instance.at(name, Integer.parseInt(address.group(1)), Integer.parseInt(address.group(2))));
                }
            }
        } catch (IOException closed) {
            said.add(String.valueOf(closed.getMessage()));
        }
        instance.completeExceptionally(new AssertionError(name + " has ended before it said where it listens"));
    }

    /** Where it answers, as soon as it says that it is ready. */
    public Instance awaitReady(Duration atMost) {
        try {
            Instance here = instance.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            while (!here.isReady()) {
                if (age().compareTo(atMost) > 0 || !process.isAlive()) {
                    throw new AssertionError(name + " was not ready within " + atMost);
                }
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
            return here;
        } catch (TimeoutException | ExecutionException late) {
            throw new AssertionError(
                    name + " did not start: " + said.stream().limit(5).toList(), late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** Since it was started. */
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /** Ends it at once, without a word, and returns when it is gone. */
    public void kill() {
        process.destroyForcibly();
        awaitExit(Duration.ofSeconds(30));
    }

    /** Asks it to end. */
    public void terminate() {
        process.destroy();
    }

    /** Its exit value, once it has ended. */
    public int awaitExit(Duration atMost) {
        try {
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError(name + " has not ended within " + atMost);
            }
            RUNNING.remove(process);
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** What it has printed. */
    public List<String> said() {
        return List.copyOf(said);
    }

    @Override
    public void close() {
        kill();
    }
}
