package io.s360.iid.verify.paper;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Who judged by what, when and how.
 *
 * @param kit the version of the verifier
 * @param startedAt in UTC
 * @param took from the first request to the last answer
 * @param budget the most cases for an operation
 * @param walks how many sequences of calls were walked on each target
 * @param readOnly whether nothing was sent that could change something
 * @param only the operations that were judged; empty if all were
 */
public record Circumstances(
        String kit,
        Fingerprint contract,
        Instant startedAt,
        Duration took,
        long seed,
        int budget,
        int walks,
        boolean readOnly,
        List<String> only) {

    public Circumstances {
        only = List.copyOf(only);
    }
}
