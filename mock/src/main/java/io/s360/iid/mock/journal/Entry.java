package io.s360.iid.mock.journal;

import io.s360.iid.mock.refusal.Account;
import io.s360.iid.mock.refusal.Reason;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
        boolean throughStubs) {

    private static final int OVERHEAD = 600;

    /** About how many bytes of memory it takes. */
    int weight() {
        int text = path.length() + body.length() + answerBody.length();
        for (Map.Entry<String, String> header : headers.entrySet()) {
            text += header.getKey().length() + header.getValue().length();
        }
        for (Reason reason : account.reasons()) {
            text += OVERHEAD / 4
                    + reason.where().length()
                    + reason.message().length()
                    + length(reason.expected())
                    + length(reason.got());
        }
        return OVERHEAD + text;
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }
}
