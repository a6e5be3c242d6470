package io.s360.iid.contract;

/**
 * The names of the headers with a meaning of their own; names are compared without regard to letter case.
 *
 * @param clientId says who calls
 * @param clientKey proves it
 * @param traceId names the call; echoed if given, made if not
 */
public record RequestHeaders(String clientId, String clientKey, String traceId) {}
