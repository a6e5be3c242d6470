package io.s360.iid.server;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Effect;
import io.s360.iid.contract.Resource;
import io.s360.iid.server.session.Lifespan;
import io.s360.iid.server.session.SessionSettings;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The times and limits of the contract, as the rules of the sessions want them. */
final class ContractSettings {

    static final String PARENT = "parentSession";
    static final String CHILD = "childSession";
    private static final String MESSAGE = "message";

    private ContractSettings() {}

    static SessionSettings read(Contract contract) {
        Resource parent = contract.lifecycle().resource(PARENT);
        Resource child = contract.lifecycle().resource(CHILD);
        Resource message = contract.lifecycle().resource(MESSAGE);
        Lifespan.Limits parentLimits = limits(parent);
        return new SessionSettings(
                parentLimits,
                parentExtendedAtMostEvery(contract),
                limits(child),
                remembered(parent, parentLimits),
                remembered(child, parentLimits),
                orUnlimited(child.perOwner()),
                orUnlimited(child.perParent()),
                orUnlimited(message.perParent()));
    }

    /** For as long as a parent session can live, if the contract does not say. */
    private static Duration remembered(Resource resource, Lifespan.Limits ofParent) {
        Duration said = resource.rememberedAfterExpiry();
        return said == null ? ofParent.atMost() : said;
    }

    private static Lifespan.Limits limits(Resource resource) {
        Resource.Lifetime lifetime = Objects.requireNonNull(
                resource.expires(), () -> "The life-cycle does not say when a " + resource.name() + " expires");
        return new Lifespan.Limits(lifetime.idle(), lifetime.atMost());
    }

    /** Stands where a refresh of a child says what becomes of its parent. */
    private static Duration parentExtendedAtMostEvery(Contract contract) {
        return contract.operation("RefreshChildSession").decisions().stream()
                .flatMap(decision -> decision.then().stream())
                .filter(effect -> effect.resource().equals(PARENT))
                .map(effect -> effect instanceof Effect.Extend extend ? extend.atMostEvery() : null)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Duration.ZERO);
    }

    private static int orUnlimited(@Nullable Integer limit) {
        return limit == null ? Integer.MAX_VALUE : limit;
    }
}
