package io.s360.iid.server.management;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which credential opens which door of the management port. */
public final class Credentials {

    private final Credential management;
    private final Optional<Credential> metrics;

    /**
     * Opens every door with one key, and with another one the metrics only.
     *
     * @param metricsKey null if there is no such key
     */
    public Credentials(String key, @Nullable String metricsKey) {
        this.management = new Credential(key);
        this.metrics = Optional.ofNullable(metricsKey).map(Credential::new);
    }

    boolean open(Door door, @Nullable String authorization) {
        return switch (door) {
            case HEALTH -> true;
            case METRICS ->
                management.isGivenBy(authorization)
                        || metrics.filter(key -> key.isGivenBy(authorization)).isPresent();
            case MANAGEMENT -> management.isGivenBy(authorization);
        };
    }

    @Override
    public String toString() {
        return "(credentials of the management port)";
    }
}
