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
 * @param demo whether the clients and sessions of the contract's demo are there
 * @param data the folder of the embedded store; null for a store in memory, or elsewhere
 * @param sweepEvery the time between two sweeps of what is remembered of ended sessions
 * @param learnDisabledEvery the time after which a client is out that was disabled through another instance
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
        @DefaultValue AuditSettings audit) {

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
     * @param port off if absent; 0 for a free one
     * @param address to listen on; this machine only if absent
     * @param key the credential; must be there if the port is, and outside of a demo have 16 characters
     * @param metricsKey a credential that opens the metrics and nothing else; none if absent
     */
    record ManagementSettings(
            @Nullable Integer port,
            @DefaultValue("127.0.0.1") String address,
            @Nullable String key,
            @Nullable String metricsKey) {

        @Override
        public String toString() {
            return "(settings of the management port)";
        }
    }

    /**
     * Who has changed which session.
     *
     * @param file that the audit is appended to, one JSON object a line; it is a part of the log if absent
     */
    record AuditSettings(@Nullable Path file) {}
}
