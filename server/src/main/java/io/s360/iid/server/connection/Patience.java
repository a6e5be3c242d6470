package io.s360.iid.server.connection;

import java.time.Duration;

/**
 * How long a caller is waited for, however steadily he sends.
 *
 * @param headers from the first byte of a request to the end of its headers
 * @param body from there to the end of its answer
 * @param rest from the answer on, for what is left of a body that nobody has read
 */
public record Patience(Duration headers, Duration body, Duration rest) {}
