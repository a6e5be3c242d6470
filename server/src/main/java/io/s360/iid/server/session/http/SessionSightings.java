package io.s360.iid.server.session.http;

import io.s360.iid.api.model.AddMessagesRequest;
import io.s360.iid.api.model.ChildSessionCreatedAnswer;
import io.s360.iid.api.model.ChildSessionRequest;
import io.s360.iid.api.model.ChildSessionValidityAnswer;
import io.s360.iid.api.model.LogoutChildSessionRequest;
import io.s360.iid.api.model.ParentSessionRequest;
import io.s360.iid.server.session.SessionToken;
import io.s360.iid.server.sight.Sighting;
import org.jspecify.annotations.Nullable;

/** Notes which sessions a request is about, as fingerprints, and which of two successes it has got. */
final class SessionSightings {

    private final Successes successes;

    SessionSightings(Successes successes) {
        this.successes = successes;
    }

    void noteRequest(Sighting sighting, Object body) {
        if (body instanceof ParentSessionRequest request) {
            sighting.shows(new SessionToken(request.getSessionToken()));
        } else if (body instanceof ChildSessionRequest request) {
            sighting.asksFor(new SessionToken(request.getSessionToken()), request.getSessionId());
        } else if (body instanceof LogoutChildSessionRequest request) {
            sighting.asksFor(new SessionToken(request.getSessionToken()), request.getSessionId());
        } else if (body instanceof AddMessagesRequest request) {
            sighting.asksFor(new SessionToken(request.getSessionToken()), request.getSessionId());
        }
    }

    void noteAnswer(Sighting sighting, @Nullable Object body) {
        if (body instanceof ChildSessionCreatedAnswer created) {
            sighting.opened(created.getData().getSessionId());
        } else if (body instanceof ChildSessionValidityAnswer validity) {
            boolean isValid = validity.getData().getValid();
            sighting.answered(successes.validity(isValid).answer());
        }
    }
}
