package io.s360.iid.verify.cases;

import io.s360.iid.verify.exchange.Fault;
import io.s360.iid.verify.exchange.Request;
import io.s360.iid.verify.exchange.Target;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes targets fail. */
final class Faults {

    private Faults() {}

    /** What is to be done to a request so that it meets the fault; empty if the target cannot be made to fail. */
    static Optional<UnaryOperator<Request>> provoke(Case.Provocation provocation, Target target) {
        return switch (provocation) {
            case NOTHING -> Optional.of(UnaryOperator.identity());
            case UNFORESEEN -> target.provoke(Fault.UNFORESEEN);
            case UNAVAILABLE -> target.provoke(Fault.UNAVAILABLE);
        };
    }
}
