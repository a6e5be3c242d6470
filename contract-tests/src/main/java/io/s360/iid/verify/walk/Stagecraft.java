package io.s360.iid.verify.walk;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Resource;
import io.s360.iid.verify.walk.model.Life;
import io.s360.iid.verify.walk.model.Model;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Builds the model of a walk's beginning. */
final class Stagecraft {

    private Stagecraft() {}

    /** @param start null if it is not known what time it is */
    static Model modelOf(Contract contract, Walk walk, @Nullable Instant start) {
        Model model = new Model(contract, start);
        for (Walk.Opening opening : walk.openings()) {
            Life life = start == null ? null : lifeOf(opening, walk.age(), start, model);
            for (int each = 0; each < opening.count(); each++) {
                model.put(
                        opening.kind(),
                        opening.kind().key() == null ? 0 : opening.number(),
                        opening.within(),
                        opening.owner(),
                        opening.attributes(),
                        life,
                        opening.standing());
            }
        }
        model.advance(Duration.ZERO);
        model.takeMoves();
        return model;
    }

    private static @Nullable Life lifeOf(Walk.Opening opening, Duration age, Instant start, Model model) {
        Resource.Lifetime lifetime = opening.kind().expires();
        if (lifetime == null) {
            return null;
        }
        boolean isSoOld = age.compareTo(lifetime.atMost()) < 0;
        Instant created = isSoOld ? start.minus(age) : start;
        return Life.begun(created, start, lifetime, model.life(opening.within()));
    }
}
