package io.s360.iid.verify.exchange;

import io.s360.iid.contract.Resource;
import io.s360.iid.server.session.ChildSession;
import io.s360.iid.server.session.Context;
import io.s360.iid.server.session.EndReason;
import io.s360.iid.server.session.Lifespan;
import io.s360.iid.server.session.NewMessage;
import io.s360.iid.server.session.ParentSession;
import io.s360.iid.server.session.SessionStore;
import io.s360.iid.server.session.SessionToken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The backstage of the server in this process: the store behind its rules, and its clock. */
final class ServerBackstage implements Backstage {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SessionStore store;
    private final AdjustableClock clock;
    private final Instant start;

    ServerBackstage(SessionStore store, AdjustableClock clock) {
        this.store = store;
        this.clock = clock;
        this.start = clock.instant();
    }

    @Override
    public String prefix() {
        return "";
    }

    @Override
    public Instant start() {
        return start;
    }

    @Override
    public List<String> begin(List<Prop> props) {
        clock.set(start);
        List<String> told = new ArrayList<>();
        for (Prop prop : props) {
            put(prop);
            told.add("# there is an active " + prop.kind().name()
                    + (prop.key() == null ? " (" + prop.count() + " of them)" : " " + prop.key())
                    + (prop.within() == null ? "" : " within " + prop.within())
                    + (prop.owner() == null ? "" : " of " + prop.owner()));
        }
        return told;
    }

    private void put(Prop prop) {
        if (prop.kind().within() == null) {
            Context context = JSON.treeToValue(prop.attributes(), Context.class);
            store.addParent(new ParentSession(UUID.randomUUID(), hash(prop.key()), context, toLifespan(prop)));
        } else if (prop.key() == null) {
            UUID child = UUID.fromString(String.valueOf(prop.within()));
            List<UUID> ids =
                    Stream.generate(UUID::randomUUID).limit(prop.count()).toList();
            NewMessage any = new NewMessage("INFO", "any", "any", null);
            store.addMessages(
                    child,
                    ids,
                    IntStream.range(0, prop.count()).mapToObj(each -> any).toList(),
                    prop.count(),
                    clock.instant());
        } else {
            ParentSession parent = store.findParent(hash(prop.within())).orElseThrow();
            store.addChild(new ChildSession(
                    UUID.fromString(prop.key()), parent, String.valueOf(prop.owner()), toLifespan(prop)));
        }
    }

    private static SessionToken.Hash hash(@Nullable String token) {
        return new SessionToken(String.valueOf(token)).hash();
    }

    private static Lifespan toLifespan(Prop prop) {
        Times times = Objects.requireNonNull(prop.times());
        return new Lifespan(times.createdAt(), times.expiresAt(), times.maxExpiresAt(), times.lastExtendedAt(), null);
    }

    @Override
    public String advance(Duration time) {
        clock.advance(time);
        return "# " + time + " passes";
    }

    @Override
    public String end(Resource kind, String key, String reason) {
        Lifespan.Ending ending = new Lifespan.Ending(clock.instant(), EndReason.valueOf(reason));
        if (kind.within() == null) {
            store.findParent(hash(key)).ifPresent(parent -> store.endParent(parent.id(), ending));
        } else {
            store.endChild(UUID.fromString(key), ending);
        }
        return "# the " + kind.name() + " " + key + " is ended by " + reason;
    }
}
