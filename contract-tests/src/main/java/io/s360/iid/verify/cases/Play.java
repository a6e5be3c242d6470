package io.s360.iid.verify.cases;

import io.s360.iid.verify.exchange.Request;
import io.s360.iid.verify.exchange.Stage;

/** Brings a target into the situation of a case. */
@FunctionalInterface
public interface Play {

    /**
     * Sends what has to be sent first.
     *
     * @return the request that the case is about
     * @throws NotArranged if the target does not come into the situation
     */
    Request prepare(Stage stage);
}
