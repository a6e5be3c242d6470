package io.s360.iid.server.sight;

import io.s360.iid.server.session.SessionToken;
import java.util.UUID;

/** The child session that a request has named, and the parent session whose token it has shown. For no log. */
public record Asked(SessionToken.Hash token, UUID childId) {

    @Override
    public String toString() {
        return "(what was asked for)";
    }
}
