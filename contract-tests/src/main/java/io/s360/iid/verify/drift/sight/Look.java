package io.s360.iid.verify.drift.sight;

import io.s360.iid.contract.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one exchange has shown.
 *
 * @param operation null if the contract has none for the request
 * @param drifts each cause once; none if the exchange keeps the contract
 */
public record Look(@Nullable Operation operation, int status, List<Drift> drifts) {

    public Look {
        drifts = List.copyOf(drifts);
    }
}
