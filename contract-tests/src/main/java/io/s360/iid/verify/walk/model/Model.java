package io.s360.iid.verify.walk.model;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Resource;
import io.s360.iid.contract.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * All resources of one walk, and what becomes of them. It reads only the contract, shares no rule with the mock or the
 * server, and asks no target.
 */
public final class Model {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private final Contract contract;
    private final boolean isTimed;
    private final Map<Integer, Thing> things = new LinkedHashMap<>();
    private final Map<Thing, Standing> last = new LinkedHashMap<>();
    private final List<Move> moves = new ArrayList<>();
    private String mover = Move.OTHERS;
    private Instant now;

    /** @param start null if it is not known what time it is; then nothing expires, and no time is foretold */
    public Model(Contract contract, @Nullable Instant start) {
        this.contract = contract;
        this.isTimed = start != null;
        this.now = start == null ? Instant.EPOCH : start;
    }

    public Instant now() {
        return now;
    }

    /**
     * Something is there from the start.
     *
     * @param number by which calls name it; 0 if nothing can
     * @param within the number of what encloses it; 0 if nothing does
     * @param life null if its times are not known, or it has none
     */
    public void put(
            Resource kind,
            int number,
            int within,
            @Nullable String owner,
            JsonNode attributes,
            @Nullable Life life,
            Standing standing) {
        Thing thing = new Thing(kind, number, things.get(within), owner, attributes, life);
        String reason = standing.reason();
        add(reason == null ? thing : thing.endedBy(reason));
    }

    /** The times of what has this number; null if it has none that are known. */
    public @Nullable Life life(int number) {
        Thing thing = things.get(number);
        return thing == null ? null : thing.life();
    }

    /** How what has this number stands; unknown if nothing has, or it is forgotten. */
    public Standing standing(int number) {
        Thing thing = things.get(number);
        return thing == null || thing.isForgottenAt(now) ? Standing.unknown() : thing.standingAt(now);
    }

    /** When what has this number is forgotten; empty if that is not known. */
    public Optional<Instant> remembered(int number) {
        Thing thing = things.get(number);
        Life life = thing == null ? null : thing.life();
        Duration after = thing == null ? null : thing.kind().rememberedAfterExpiry();
        return life == null || after == null
                ? Optional.empty()
                : Optional.of(life.expiresAt().plus(after));
    }

    /** Time passes. */
    public void advance(Duration time) {
        now = now.plus(time);
        observe(Move.TIME);
    }

    /** Somebody ends something without an operation of the contract; nothing happens if it is not active. */
    public void end(int number, String reason) {
        end(things.get(number), reason);
        observe(Move.OTHERS);
    }

    /** Somebody calls. */
    public Foretold call(Call call) {
        mover = call.operation().id();
        Foretold foretold = new Turn(this, contract, call).play();
        observe(mover);
        return foretold;
    }

    /** What has become of the resources since this was asked the last time. */
    public List<Move> takeMoves() {
        List<Move> taken = List.copyOf(moves);
        moves.clear();
        return taken;
    }

    @Nullable
    Thing find(Resource kind, int number) {
        Thing thing = things.get(number);
        return thing != null && thing.kind().equals(kind) ? thing : null;
    }

    Thing bear(Resource kind, int number, @Nullable Thing parent, String owner) {
        Resource.Lifetime lifetime = isTimed ? kind.expires() : null;
        Life life = lifetime == null ? null : Life.from(now, lifetime, parent == null ? null : parent.life());
        Thing born = new Thing(kind, kind.key() == null ? 0 : number, parent, owner, JSON.objectNode(), life);
        add(born);
        return born;
    }

    private void add(Thing thing) {
        if (thing.number() != 0) {
            things.putIfAbsent(thing.number(), thing);
        }
    }

    void extend(@Nullable Thing thing, @Nullable Duration atMostEvery) {
        if (Objects.requireNonNull(thing).extend(now, atMostEvery)) {
            moves.add(new Move(thing.kind().name(), Standing.ACTIVE, Standing.ACTIVE, mover));
        }
    }

    void end(@Nullable Thing thing, String reason) {
        if (thing != null) {
            thing.end(reason, now);
        }
    }

    private void observe(String by) {
        things.values().stream()
                .filter(thing -> !thing.kind().states().isEmpty())
                .forEach(thing -> {
                    Standing standing = thing.isForgottenAt(now) ? Standing.unknown() : thing.standingAt(now);
                    Standing before = last.put(thing, standing);
                    if (!standing.equals(before)) {
                        moves.add(new Move(
                                thing.kind().name(),
                                before == null ? Move.NOTHING : before.toString(),
                                standing.toString(),
                                by));
                    }
                });
    }
}
