package io.s360.iid.server.client;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/** How many requests a client may still send. A used one comes back in its share of a minute. */
final class RequestBudget {

    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final Bucket bucket;

    private RequestBudget(Bucket bucket) {
        this.bucket = bucket;
    }

    static RequestBudget of(Client client, InstantSource clock) {
        int requests = Objects.requireNonNull(client.requestsPerMinute());
        return new RequestBudget(Bucket.builder()
                .withCustomTimePrecision(new InjectedTime(clock))
                .addLimit(limit -> limit.capacity(requests).refillGreedy(requests, PERIOD))
                .build());
    }

    /** Takes one request; if there is none, how long it takes until there is. */
    Optional<Duration> waitBeforeNext() {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** The bucket's time is the server's. */
    private record InjectedTime(InstantSource clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return Duration.ofSeconds(now.getEpochSecond(), now.getNano()).toNanos();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
