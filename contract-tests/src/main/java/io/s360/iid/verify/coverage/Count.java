package io.s360.iid.verify.coverage;

/**
 * How often a term was met on a target.
 *
 * @param satisfied how often it was kept: a request that keeps it was not refused for it, an answer to which it applies
 *     keeps it
 * @param violated how often it was broken and that was noticed: the target refused such a request, the judge such an
 *     answer
 */
public record Count(int satisfied, int violated) {

    /** Of a term that was never met. */
    public static final Count NONE = new Count(0, 0);

    Count plus(Count other) {
        return new Count(satisfied + other.satisfied, violated + other.violated);
    }

    /** Whether it was met both ways. */
    public boolean isBothWays() {
        return satisfied > 0 && violated > 0;
    }

    /** Which way is missing, in words; empty if none is. */
    public String missing() {
        if (satisfied == 0 && violated == 0) {
            return "not reached";
        }
        return satisfied == 0 ? "never satisfied" : violated == 0 ? "never violated" : "";
    }
}
