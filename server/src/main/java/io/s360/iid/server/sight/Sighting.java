package io.s360.iid.server.sight;

import io.s360.iid.contract.Answer;
import io.s360.iid.server.session.SessionToken;
import jakarta.servlet.ServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has been seen of a request so far. Travels with it until it is over; never holds a secret. */
public final class Sighting {

    private static final String ATTRIBUTE = Sighting.class.getName();

    private @Nullable String answer;
    private @Nullable Throwable failure;
    private @Nullable Asked asked;
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

    /** The request shows the token of a parent session. */
    public void shows(SessionToken token) {
        parent = Fingerprint.of(token);
    }

    /** The request shows the token of a parent session and names a child session. */
    public void asksFor(SessionToken token, UUID childId) {
        SessionToken.Hash hash = token.hash();
        parent = Fingerprint.of(hash);
        child = Fingerprint.of(childId);
        asked = new Asked(hash, childId);
    }

    /** The request has opened this child session. */
    public void opened(UUID childId) {
        child = Fingerprint.of(childId);
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

    @Nullable
    Asked asked() {
        return asked;
    }
}
