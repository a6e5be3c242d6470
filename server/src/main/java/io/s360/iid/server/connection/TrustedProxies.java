package io.s360.iid.server.connection;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who may say on whose behalf he calls.
 *
 * @param pattern of whole addresses; empty for nobody
 */
public record TrustedProxies(Optional<Pattern> pattern) {}
