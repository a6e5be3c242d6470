package io.s360.iid.server.session;

import java.util.UUID;

/**
 * A text that a child session has taken.
 *
 * @param sequence its place among the messages of the child session, from 1 and without gaps
 */
public record Message(UUID id, int sequence, NewMessage text) {}
