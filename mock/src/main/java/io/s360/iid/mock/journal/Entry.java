package io.s360.iid.mock.journal;

import io.s360.iid.mock.refusal.Account;
import java.time.Instant;
import java.util.Map;

/**
 * A request and its answer as they may be shown: secrets are masked, long bodies cut.
 *
 * @param number counted from 1 within the tenant
 * @param at by the clock of the tenant
 * @param path with the names of the query only
 * @param throughStubs whether WireMock has seen it, and keeps it too
 */
public record Entry(
        String tenant,
        long number,
        Instant at,
        String method,
        String path,
        Map<String, String> headers,
        String body,
        int status,
        Map<String, String> answerHeaders,
        String answerBody,
        String traceId,
        Account account,
        boolean throughStubs) {}
