package io.s360.iid.server.proof.history;

import java.time.Duration;

/**
 * What was so while a history came about.
 *
 * @param perClient how many active children a client might have under one parent
 * @param perParent how many all clients together might
 * @param outage whether the store was away for a while, so that 503 is right
 * @param deaths whether servers were killed, so that connections broke
 * @param expiry whether the time of children passed, and they may have been forgotten
 * @param newsOfDisabled how long it may take until all instances know of a disabled client
 */
public record Circumstances(
        int perClient, int perParent, boolean outage, boolean deaths, boolean expiry, Duration newsOfDisabled) {

    /** Nothing but calls, in short time, and limits that nobody can reach. */
    public static Circumstances calm() {
        return new Circumstances(Integer.MAX_VALUE, Integer.MAX_VALUE, false, false, false, Duration.ofSeconds(1));
    }

    public Circumstances withLimits(int ofClient, int ofParent) {
        return new Circumstances(ofClient, ofParent, outage, deaths, expiry, newsOfDisabled);
    }

    public Circumstances withOutage() {
        return new Circumstances(perClient, perParent, true, deaths, expiry, newsOfDisabled);
    }

    public Circumstances withDeaths() {
        return new Circumstances(perClient, perParent, outage, true, expiry, newsOfDisabled);
    }

    public Circumstances withExpiry() {
        return new Circumstances(perClient, perParent, outage, deaths, true, newsOfDisabled);
    }
}
