package io.s360.iid.server.sight;

import io.s360.iid.contract.Answer;
import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/** What has been seen of a request so far. Travels with it until it is over; never holds a secret. */
public final class Sighting {

    private static final String ATTRIBUTE = Sighting.class.getName();

    private @Nullable String answer;
    private @Nullable Throwable failure;
    private @Nullable Fingerprint parent;
    private @Nullable Fingerprint child;

    private Sighting() {}

    /** The one of a request. */
    public static Sighting of(ServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Sighting known) {
            return known;
        }
        Sighting sighting = new Sighting();
        request.setAttribute(ATTRIBUTE, sighting);
        return sighting;
    }

    /** The request gets this answer of the contract. */
    public void answered(Answer given) {
        answer = given.name();
    }

    /** The request has met a fault. */
    public void failed(Throwable cause) {
        failure = cause;
    }

    /** The request shows the token of this parent session. */
    public void concernsParent(Fingerprint session) {
        parent = session;
    }

    /** The request names this child session, or has opened it. */
    public void concernsChild(Fingerprint session) {
        child = session;
    }

    @Nullable
    String answer() {
        return answer;
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    @Nullable
    Fingerprint parent() {
        return parent;
    }

    @Nullable
    Fingerprint child() {
        return child;
    }
}
