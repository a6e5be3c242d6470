package io.s360.iid.server;

import io.s360.iid.server.client.PerMinute;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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
 * @param instance by what name this one of several servers is known in logs; the host's if the environment has it
 */
@ConfigurationProperties(prefix = "s360", ignoreUnknownFields = false)
record ServerSettings(
        boolean demo,
        @Nullable Path data,
        Duration sweepEvery,
        Duration learnDisabledEvery,
        String instance,
        @DefaultValue List<ClientSettings> clients,
        @DefaultValue ManagementSettings management,
        @DefaultValue AuditSettings audit,
        @DefaultValue LimitSettings limits,
        @DefaultValue PatienceSettings patience,
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
     * @param keySha256 SHA-256 of its key, in hexadecimal digits; short for a key that does not expire
     * @param keys its keys, two at most with the one above
     * @param granted the ids of the operations that it may call; all if absent
     * @param requestsPerMinute unlimited if absent
     */
    record ClientSettings(
            @Nullable String id,
            @Nullable String keySha256,
            @DefaultValue List<KeySettings> keys,
            @DefaultValue("true") boolean enabled,
            @Nullable Set<String> granted,
            @Nullable Integer requestsPerMinute) {}

    /**
     * The port of the portal and the operators.
     *
     * @param port to listen on, as --management-port; off if absent; 0 for a free one
     * @param address to listen on; this machine only unless set
     * @param key the credential, a secret; must be there if the port is, and outside of a demo always, with 16 characters
     *     at least
     * @param metricsKey a credential that opens the metrics and nothing else; none if absent
     */
    record ManagementSettings(
            @Nullable Integer port,
            @DefaultValue("127.0.0.1") String address,
            @Nullable String key,
            @Nullable String metricsKey) {

        ManagementSettings {
            if (port != null && (port < 0 || port > ServerApplication.MAX_PORT)) {
                throw new StartRefused(
                        "The setting s360.management.port must be a port from 0 to " + ServerApplication.MAX_PORT);
            }
        }

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

    /**
     * Who has changed which session.
     *
     * @param file the file that the audit is appended to, one JSON object a line; it is a part of the log if absent
     */
    record AuditSettings(@Nullable Path file) {}

    /**
     * A key of a client application.
     *
     * @param sha256 SHA-256 of the key, in hexadecimal digits
     * @param expires from when on it is refused, such as 2027-01-31T00:00:00Z; never if absent
     */
    record KeySettings(@Nullable String sha256, @Nullable Instant expires) {}

    /**
     * What ends guessing. Each is a number or {@code off}; in a demo both are off unless they are set.
     *
     * @param failedAuthenticationsPerMinute how many may fail from one address in a minute, or off; 20 if absent
     * @param unknownTokensPerMinute how many one client may show in a minute, or off; 30 if absent
     * @param trustedProxies regular expression of the addresses whose X-Forwarded-For is believed; nobody's if absent
     */
    record LimitSettings(
            @Nullable PerMinute failedAuthenticationsPerMinute,
            @Nullable PerMinute unknownTokensPerMinute,
            @Nullable Pattern trustedProxies) {

        private static final PerMinute FAILED_AUTHENTICATIONS = new PerMinute(20);
        private static final PerMinute UNKNOWN_TOKENS = new PerMinute(30);

        PerMinute failedAuthentications(boolean demo) {
            return chosen(failedAuthenticationsPerMinute, demo, FAILED_AUTHENTICATIONS);
        }

        PerMinute unknownTokens(boolean demo) {
            return chosen(unknownTokensPerMinute, demo, UNKNOWN_TOKENS);
        }

        private static PerMinute chosen(@Nullable PerMinute set, boolean demo, PerMinute usual) {
            PerMinute unset = demo ? PerMinute.OFF : usual;
            return set == null ? unset : set;
        }
    }

    /**
     * How long a sender is waited for, however steadily he sends.
     *
     * @param headers from the first byte of a request to the end of its headers
     * @param body from the end of its headers to the end of its answer
     * @param rest from the answer on, for what is left of a body that nobody has read
     */
    record PatienceSettings(
            @DefaultValue("10s") Duration headers,
            @DefaultValue("20s") Duration body,
            @DefaultValue("2s") Duration rest) {

        PatienceSettings {
            requirePositive("s360.patience.headers", headers);
            requirePositive("s360.patience.body", body);
            requirePositive("s360.patience.rest", rest);
        }
    }
}
