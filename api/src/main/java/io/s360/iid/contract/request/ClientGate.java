package io.s360.iid.contract.request;

import java.time.Duration;
import java.util.Optional;

/** Who may come in. */
public interface ClientGate {

    /** Whether an enabled client of this id holds this key. Takes the same time whatever is wrong. */
    boolean authenticates(String clientId, String key);

    /** Takes one request from what an authenticated client may still send; says how long to wait if there is none. */
    Optional<Duration> waitBeforeNext(String clientId);
}
