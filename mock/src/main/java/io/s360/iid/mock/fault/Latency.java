package io.s360.iid.mock.fault;

import java.time.Duration;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long answers wait: always the same, evenly between two times, or with a long tail (log-normal).
 *
 * @param text as people write it
 * @param low the only time, the shortest, or the one that half of the answers do not pass; in milliseconds
 * @param high the only time, the longest, or the one that 99 of 100 answers do not pass; in milliseconds
 */
public record Latency(String text, boolean hasLongTail, double low, double high) {

    /** The longest wait; a long tail is cut there. */
    static final Duration LONGEST = Duration.ofSeconds(60);

    private static final String TIME = "([0-9]{1,6}(?:\\.[0-9]{1,3})?)(ms|s)";
    private static final Pattern FIXED = Pattern.compile(TIME);
    private static final Pattern EVEN = Pattern.compile(TIME + "\\.\\." + TIME);
    private static final Pattern LONG_TAIL = Pattern.compile("p50=" + TIME + ", ?p99=" + TIME);

    /** How many standard deviations above the median 99 of 100 stop. */
    private static final double P99 = 2.3263478740408408;

    /** @throws UnusablePlan if it is none */
    static Latency parse(String text) {
        Matcher fixed = FIXED.matcher(text);
        if (fixed.matches()) {
            return checked(new Latency(text, false, millis(fixed, 1), millis(fixed, 1)));
        }
        Matcher even = EVEN.matcher(text);
        if (even.matches()) {
            return checked(new Latency(text, false, millis(even, 1), millis(even, 3)));
        }
        Matcher longTail = LONG_TAIL.matcher(text);
        if (longTail.matches()) {
            return checked(new Latency(text, true, millis(longTail, 1), millis(longTail, 3)));
        }
        throw new UnusablePlan("latency is none of 200ms, 100ms..500ms, p50=80ms,p99=2s");
    }

    Duration draw(Random random) {
        double even = random.nextDouble();
        double normal = random.nextGaussian();
        double millis = hasLongTail ? low * Math.exp(Math.log(high / low) / P99 * normal) : low + (high - low) * even;
        return Duration.ofMillis(Math.min(LONGEST.toMillis(), Math.round(millis)));
    }

    private static Latency checked(Latency latency) {
        if (latency.high > LONGEST.toMillis()) {
            throw new UnusablePlan("latency is more than " + LONGEST.toSeconds() + "s");
        }
        if (latency.low > latency.high) {
            throw new UnusablePlan("latency has its longer time first");
        }
        if (latency.hasLongTail && latency.low == 0) {
            throw new UnusablePlan("latency has a p50 of nothing");
        }
        return latency;
    }

    private static double millis(Matcher matcher, int group) {
        double number = Double.parseDouble(matcher.group(group));
        return matcher.group(group + 1).equals("s") ? number * 1_000 : number;
    }
}
