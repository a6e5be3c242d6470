package io.s360.iid.server.session;

import org.jspecify.annotations.Nullable;

/**
 * A text for the person, in both languages.
 *
 * @param clientMessageId the client's own name for it; kept, not interpreted
 */
public record NewMessage(
        String level, String en, String ar, @Nullable String clientMessageId) {}
