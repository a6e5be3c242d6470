package io.s360.iid.server;

import io.s360.iid.server.session.DisabledClients;
import io.s360.iid.server.session.StoreUnavailable;
import io.s360.iid.server.session.Tombstones;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** What is done from time to time. What fails is done the next time. */
class HouseKeeping {

    private static final Logger LOG = LoggerFactory.getLogger(HouseKeeping.class);

    private final Tombstones tombstones;
    private final DisabledClients disabled;

    HouseKeeping(Tombstones tombstones, DisabledClients disabled) {
        this.tombstones = tombstones;
        this.disabled = disabled;
    }

    @Scheduled(initialDelayString = "${s360.sweep-every}", fixedDelayString = "${s360.sweep-every}")
    void sweep() {
        try {
            LOG.debug("Forgot {} ended sessions", tombstones.sweep());
        } catch (StoreUnavailable later) {
            LOG.warn("Ended sessions could not be swept: {}", later.getMessage());
        }
    }

    /** So that a client that has been disabled through another instance is out within a second. */
    @Scheduled(initialDelayString = "${s360.learn-disabled-every}", fixedDelayString = "${s360.learn-disabled-every}")
    void learnDisabledClients() {
        try {
            disabled.reload();
        } catch (StoreUnavailable later) {
            LOG.debug("Disabled clients could not be learnt", later);
        }
    }
}
