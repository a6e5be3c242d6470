package io.s360.iid.verify.walk;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Resource;
import io.s360.iid.verify.exchange.Backstage;
import io.s360.iid.verify.walk.model.Call;
import io.s360.iid.verify.walk.model.Life;
import io.s360.iid.verify.walk.model.Model;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is there when a walk is played: the model of it, and the keys that lead to it on the target. */
final class Scenery {

    private final Contract contract;
    private final Walk walk;
    private final long nonce;
    private final Model model;
    private final Map<Integer, String> keys = new HashMap<>();

    /**
     * @param start null if nobody can put anything on the target, or let time pass there
     * @param nonce another one each time that anything is played, so that no key is used again
     */
    Scenery(Contract contract, Walk walk, @Nullable Instant start, long nonce) {
        this.contract = contract;
        this.walk = walk;
        this.nonce = nonce;
        this.model = Stagecraft.modelOf(contract, walk, start);
        walk.openings().forEach(opening -> keys.put(opening.number(), keyOf(opening)));
    }

    long nonce() {
        return nonce;
    }

    Model model() {
        return model;
    }

    /** By number; takes in those that the target makes. */
    Map<Integer, String> keys() {
        return keys;
    }

    /** The keys that a call sends, by kind; one that leads to nothing where nothing has the number. */
    Map<String, String> keysOf(Call call) {
        Map<String, String> named = new HashMap<>();
        for (Resource subject : call.operation().subjects()) {
            String key = keys.get(call.subjects().getOrDefault(subject.name(), 0));
            named.put(subject.name(), key == null ? Requested.key(contract, subject, nonce, -call.number()) : key);
        }
        return named;
    }

    List<Backstage.Prop> props() {
        return walk.openings().stream().map(this::toProp).toList();
    }

    private String keyOf(Walk.Opening opening) {
        return opening.key() == null ? Requested.key(contract, opening.kind(), nonce, opening.number()) : opening.key();
    }

    private Backstage.Prop toProp(Walk.Opening opening) {
        boolean isNamed = opening.kind().key() != null;
        return new Backstage.Prop(
                opening.kind(),
                isNamed ? keys.get(opening.number()) : null,
                opening.kind().within() == null ? null : keys.get(opening.within()),
                opening.owner(),
                opening.count(),
                opening.attributes(),
                isNamed ? toTimes(model.life(opening.number())) : null);
    }

    private static Backstage.@Nullable Times toTimes(@Nullable Life life) {
        return life == null
                ? null
                : new Backstage.Times(life.createdAt(), life.expiresAt(), life.maxExpiresAt(), life.lastExtendedAt());
    }
}
