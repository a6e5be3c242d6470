package io.s360.iid.server;

import io.s360.iid.contract.Contract;
import io.s360.iid.server.ServerSettings.ManagementSettings;
import io.s360.iid.server.client.Clients;
import io.s360.iid.server.management.ManagementApi;
import io.s360.iid.server.management.ManagementServer;
import io.s360.iid.server.session.ChildSessions;
import io.s360.iid.server.session.DisabledClients;
import io.s360.iid.server.session.ParentSessions;
import io.s360.iid.server.session.SessionStore;
import io.s360.iid.server.session.StoreUnavailable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The management port, if one is set. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("s360.management.port")
class ManagementConfiguration {

    @Bean
    ManagementApi managementApi(
            ParentSessions parents,
            ChildSessions children,
            DisabledClients disabled,
            Clients clients,
            Contract contract) {
        return new ManagementApi(parents, children, disabled, clients, contract);
    }

    @Bean
    ManagementServer managementServer(
            ServerSettings settings, ManagementApi api, ApplicationAvailability availability, SessionStore store) {
        ManagementSettings management = settings.management();
        String key = management.key();
        int port = Objects.requireNonNull(management.port());
        if (key == null || key.isBlank()) {
            throw new StartRefused("The management port has no credential: set S360_MANAGEMENT_KEY");
        }
        InetSocketAddress address = new InetSocketAddress(management.address(), port);
        try {
            return ManagementServer.start(address, key, api, () -> isReady(availability, store));
        } catch (IOException taken) {
            throw new StartRefused(
                    "The management port " + port + " is taken: choose another --management-port", taken);
        }
    }

    private static boolean isReady(ApplicationAvailability availability, SessionStore store) {
        try {
            store.disabledClients();
            return availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
        } catch (StoreUnavailable unavailable) {
            return false;
        }
    }
}
