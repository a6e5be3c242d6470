package io.s360.iid.verify.exchange;

import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Operation;

/**
 * A request on the way to the situation of a case.
 *
 * @param decision the row that is meant to decide it
 */
public record Step(Operation operation, Decision decision, Exchange exchange) {

    /** Whether it was answered as it was meant to be, as far as the status tells. */
    public boolean isTaken() {
        return exchange.response().status() == decision.answer().status();
    }
}
