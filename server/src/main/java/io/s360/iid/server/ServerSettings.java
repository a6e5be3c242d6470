package io.s360.iid.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set, under {@code s360} in any place that Spring reads settings from.
 *
 * @param demo as --demo: whether the clients and sessions of the contract's demo are there
 * @param data the folder of the embedded store, as --data; absent for a store elsewhere, or in memory in a demo
 * @param sweepEvery the time between two sweeps of what is remembered of ended sessions
 * @param learnDisabledEvery the time after which a client is out that was disabled through another instance
 * @param clients the client applications
 * @param stop how the server stops
 */
@ConfigurationProperties(prefix = "s360", ignoreUnknownFields = false)
record ServerSettings(
        boolean demo,
        @Nullable Path data,
        Duration sweepEvery,
        Duration learnDisabledEvery,
        @DefaultValue List<ClientSettings> clients,
        @DefaultValue ManagementSettings management,
        @DefaultValue StopSettings stop) {

    ServerSettings {
        requirePositive("s360.sweep-every", sweepEvery);
        requirePositive("s360.learn-disabled-every", learnDisabledEvery);
    }

    private static void requirePositive(String name, Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new StartRefused("The setting " + name + " must be longer than nothing");
        }
    }

    /**
     * A client application.
     *
     * @param keySha256 SHA-256 of its key, in hexadecimal digits
     * @param granted the ids of the operations that it may call; all if absent
     * @param requestsPerMinute unlimited if absent
     */
    record ClientSettings(
            @Nullable String id,
            @Nullable String keySha256,
            @DefaultValue("true") boolean enabled,
            @Nullable Set<String> granted,
            @Nullable Integer requestsPerMinute) {}

    /**
     * The port of the portal and the operators.
     *
     * @param port to listen on, as --management-port; off if absent; 0 for a free one
     * @param address to listen on; this machine only unless set
     * @param key the credential, a secret; must be there if the port is
     */
    record ManagementSettings(
            @Nullable Integer port,
            @DefaultValue("127.0.0.1") String address,
            @Nullable String key) {

        @Override
        public String toString() {
            return "(settings of the management port)";
        }
    }

    /**
     * How the server stops.
     *
     * @param drain how long it still serves while it says that it is not ready, so that balancers send no more; as long
     *     as they take to notice
     */
    record StopSettings(@DefaultValue("PT0S") Duration drain) {

        StopSettings {
            if (drain.isNegative()) {
                throw new StartRefused("The setting s360.stop.drain must not be less than nothing");
            }
        }
    }
}
