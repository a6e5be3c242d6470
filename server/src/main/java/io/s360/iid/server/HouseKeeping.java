package io.s360.iid.server;

import io.s360.iid.server.session.StoreUnavailable;
import io.s360.iid.server.session.Tombstones;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** What is done from time to time. What fails is done the next time. */
class HouseKeeping {

    private static final Logger LOG = LoggerFactory.getLogger(HouseKeeping.class);

    private final Tombstones tombstones;

    HouseKeeping(Tombstones tombstones) {
        this.tombstones = tombstones;
    }

    @Scheduled(initialDelayString = "${s360.sweep-every}", fixedDelayString = "${s360.sweep-every}")
    void sweep() {
        try {
            LOG.debug("Forgot {} ended sessions", tombstones.sweep());
        } catch (StoreUnavailable later) {
            LOG.warn("Ended sessions could not be swept: {}", later.getMessage());
        }
    }
}
