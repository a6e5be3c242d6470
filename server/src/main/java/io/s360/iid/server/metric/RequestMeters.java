package io.s360.iid.server.metric;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.s360.iid.server.sight.Observer;
import io.s360.iid.server.sight.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;

/** How many requests have ended how, and how long they took. */
public final class RequestMeters implements Observer {

    private static final Duration[] BOUNDS = LongStream.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();
    private final Map<Sender, Counter> counters = new ConcurrentHashMap<>();

    public RequestMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    private record Kind(String operation, String outcome, int status) {}

    private record Sender(String client, int status) {}

    @Override
    public void isOver(Outcome outcome) {
        Kind kind = new Kind(outcome.operationName(), outcome.answerName(), outcome.status());
        timers.computeIfAbsent(kind, this::timer).record(outcome.took());
        counters.computeIfAbsent(new Sender(outcome.clientName(), outcome.status()), this::counter)
                .increment();
    }

    private Timer timer(Kind kind) {
        return Timer.builder("s360.requests")
                .description("Requests by operation and answer")
                .tag("operation", kind.operation())
                .tag("outcome", kind.outcome())
                .tag("status", String.valueOf(kind.status()))
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }

    private Counter counter(Sender sender) {
        return Counter.builder("s360.client.requests")
                .description("Requests by the client that they name")
                .tag("client", sender.client())
                .tag("status", String.valueOf(sender.status()))
                .register(registry);
    }
}
