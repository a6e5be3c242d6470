package io.s360.iid.server.connection;

import java.util.Optional;

/**
 * Who may say on whose behalf he calls.
 *
 * @param pattern a regular expression of whole addresses; empty for nobody
 */
public record TrustedProxies(Optional<String> pattern) {}
