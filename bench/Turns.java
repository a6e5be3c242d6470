package io.s360.iid.bench;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How often everything has its turn, and how long. */
final class Turns {

    @Option(
            names = "--rounds",
            paramLabel = "<n>",
            defaultValue = "5",
            description = "${DEFAULT-VALUE} by default; the table shows medians.")
    int rounds;

    @Option(
            names = "--seconds",
            paramLabel = "<s>",
            defaultValue = "4",
            description = "How long a rate is taken; ${DEFAULT-VALUE} by default.")
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "<s>",
            defaultValue = "25",
            description = "How long before; ${DEFAULT-VALUE} by default.")
    private int warmUp;

    Duration measured() {
        return Duration.ofSeconds(seconds);
    }

    Duration warmingUp() {
        return Duration.ofSeconds(warmUp);
    }

    /** On what, and how, the figures were taken. */
    String text() {
        return "%d cores, JDK %s; %d rounds, median (least–greatest); %d connections, %d s after %d s of warm-up"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.version"),
                        rounds,
                        Load.CONNECTIONS,
                        seconds,
                        warmUp);
    }
}
