package io.s360.iid.server.session;

import java.util.UUID;

/** Where new names come from. No two are the same, and none can be guessed. */
public interface SessionIds {

    UUID newId();

    SessionToken newToken();
}
