package io.s360.iid.server.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What each of many has left in its current minute. A minute starts with the first thing that it counts, and when it is over
 * all is there again. Keeps what it must of the last minute only, and of a bounded number.
 */
final class Minutes {

    static final int MOST = 100_000;

    private static final Duration LENGTH = Duration.ofMinutes(1);

    private final Cache<String, Bucket> buckets;
    private final TimeMeter time;

    Minutes(InstantSource clock) {
        this.time = timeOf(clock);
        this.buckets = Caffeine.newBuilder()
                .expireAfterWrite(LENGTH)
                .maximumSize(MOST)
                .ticker(time::currentTimeNanos)
                .executor(Runnable::run)
                .build();
    }

    /**
     * What has become of taking one.
     *
     * @param untilNext until the minute is over; empty if there was one
     * @param isLast whether it was the last one
     */
    record Taken(Optional<Duration> untilNext, boolean isLast) {

        private static Taken of(ConsumptionProbe probe) {
            boolean taken = probe.isConsumed();
            return new Taken(
                    taken ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill())),
                    taken && probe.getRemainingTokens() == 0);
        }
    }

    /** Takes one of so many in a minute. */
    Taken take(String who, int limit) {
        return Taken.of(buckets.get(who, first -> newBucket(limit)).tryConsumeAndReturnRemaining(1));
    }

    /** How long somebody must wait who has nothing left; empty if there is something. */
    Optional<Duration> waitOf(String who) {
        Bucket bucket = buckets.getIfPresent(who);
        return bucket == null || bucket.getAvailableTokens() > 0
                ? Optional.empty()
                : Optional.of(
                        Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill()));
    }

    private Bucket newBucket(int limit) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(bandwidth -> bandwidth.capacity(limit).refillIntervally(limit, LENGTH))
                .build();
    }

    /**
     * Time that passes evenly, unless somebody has given a clock of their own: else a minute would last an hour longer
     * where the machine's clock is set back by one.
     */
    static TimeMeter timeOf(InstantSource clock) {
        return clock.equals(InstantSource.system()) ? TimeMeter.SYSTEM_NANOTIME : new InjectedTime(clock);
    }

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
