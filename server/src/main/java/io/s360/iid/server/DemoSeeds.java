package io.s360.iid.server;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Standing;
import io.s360.iid.server.session.ChildSession;
import io.s360.iid.server.session.Context;
import io.s360.iid.server.session.EndReason;
import io.s360.iid.server.session.Lifespan;
import io.s360.iid.server.session.ParentSession;
import io.s360.iid.server.session.SessionIds;
import io.s360.iid.server.session.SessionStore;
import io.s360.iid.server.session.SessionToken;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The sessions of the contract's demo. What is there already stays as it is. */
final class DemoSeeds {

    private static final Duration AGE_OF_ENDED = Duration.ofHours(2);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Demo demo;
    private final SessionStore store;
    private final SessionIds ids;

    DemoSeeds(Contract contract, SessionStore store, SessionIds ids) {
        this.demo = contract.demo();
        this.store = store;
        this.ids = ids;
    }

    void plant() {
        Instant now = store.now();
        demo.seedsOf(ContractSettings.PARENT).forEach(seed -> store.addParent(toParent(seed, now)));
        demo.seedsOf(ContractSettings.CHILD).forEach(seed -> store.addChild(toChild(seed, now)));
    }

    private ParentSession toParent(Demo.Seed seed, Instant now) {
        return new ParentSession(
                ids.newId(),
                new SessionToken(seed.key()).hash(),
                JSON.treeToValue(seed.attributes(), Context.class),
                toLifespan(seed.standing(), now));
    }

    private ChildSession toChild(Demo.Seed seed, Instant now) {
        SessionToken.Hash within = new SessionToken(String.valueOf(seed.parentKey())).hash();
        return new ChildSession(
                UUID.fromString(seed.key()),
                store.findParent(within).orElseThrow(),
                String.valueOf(seed.owner()),
                toLifespan(seed.standing(), now));
    }

    /** Expires with the demo, also if it has ended before: so long its end is told. */
    private Lifespan toLifespan(Standing standing, Instant now) {
        Instant over = now.plus(demo.lasts());
        if (standing.isActive()) {
            return new Lifespan(now, over, over, null, null);
        }
        Instant created = now.minus(AGE_OF_ENDED);
        EndReason reason = EndReason.valueOf(String.valueOf(standing.reason()));
        return new Lifespan(created, over, over, null, new Lifespan.Ending(created, reason));
    }
}
