package io.s360.iid.mock.lifecycle;

import io.s360.iid.contract.Lifecycle;
import io.s360.iid.contract.Resource;
import io.s360.iid.contract.Standing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows a population to a person. */
record Viewing(Lifecycle lifecycle, Population population) {

    private static final int SHOWN = 8;

    List<ResourceView> at(Instant now) {
        return lifecycle.resources().values().stream()
                .flatMap(kind -> population.all(kind).stream())
                .filter(one -> !one.isForgottenAt(now))
                .map(one -> view(one, one.lifeAt(now)))
                .toList();
    }

    private static ResourceView view(Individual one, Life life) {
        Individual.Identity identity = one.identity();
        return new ResourceView(
                identity.kind().name(),
                String.valueOf(shown(one)),
                identity.parent() == null ? null : shown(identity.parent()),
                identity.owner(),
                life.reason() == null ? Standing.ACTIVE : Standing.ENDED,
                life.reason(),
                life.createdAt(),
                life.expiresAt(),
                life.maxExpiresAt(),
                life.lastExtendedAt(),
                life.endedAt());
    }

    /** Who knows the key of an outermost one is let in, so only its beginning and its place stand here. */
    private static @Nullable String shown(Individual one) {
        String key = one.identity().key();
        Resource kind = one.kind();
        return key == null || kind.within() != null
                ? key
                : key.substring(0, Math.min(SHOWN, key.length() / 2)) + "…#" + one.sequence();
    }
}
