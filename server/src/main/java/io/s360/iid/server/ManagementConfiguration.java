package io.s360.iid.server;

import io.s360.iid.contract.Contract;
import io.s360.iid.server.ServerSettings.ManagementSettings;
import io.s360.iid.server.audit.Audit;
import io.s360.iid.server.client.Clients;
import io.s360.iid.server.management.Credentials;
import io.s360.iid.server.management.Health;
import io.s360.iid.server.management.ManagementApi;
import io.s360.iid.server.management.ManagementServer;
import io.s360.iid.server.management.Routes;
import io.s360.iid.server.management.StoreProbe;
import io.s360.iid.server.metric.Metrics;
import io.s360.iid.server.session.ChildSessions;
import io.s360.iid.server.session.DisabledClients;
import io.s360.iid.server.session.ParentSessions;
import io.s360.iid.server.session.SessionStore;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The management port, if one is set; outside of a demo its key must be there even if none is. */
@Configuration(proxyBeanMethods = false)
class ManagementConfiguration {

    private static final String PORT = "s360.management.port";

    /** Asked after the clients have been: whoever has neither is told of them first. */
    @Bean
    ManagementKeys managementKeys(ServerSettings settings, Clients clients) {
        return ManagementKeys.read(settings);
    }

    @Bean
    @ConditionalOnText(PORT)
    ManagementApi managementApi(
            ParentSessions parents,
            ChildSessions children,
            DisabledClients disabled,
            Clients clients,
            Contract contract,
            Audit audit) {
        return new ManagementApi(parents, children, disabled, clients, contract, audit);
    }

    /** Ready from the start of the public port until the stop is announced, as long as the store answers. */
    @Bean
    Health health(ApplicationAvailability availability, SessionStore store) {
        return new Health(
                () -> availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC,
                new StoreProbe(store::disabledClients));
    }

    @Bean
    @ConditionalOnText(PORT)
    ManagementServer managementServer(
            ServerSettings settings, ManagementKeys keys, ManagementApi api, Health health, Metrics metrics) {
        ManagementSettings management = settings.management();
        int port = Objects.requireNonNull(management.port());
        Routes routes = Routes.of(api, health).withMetrics(Metrics.MEDIA_TYPE, metrics::text);
        try {
            InetAddress address = InetAddress.getByName(management.address());
            return ManagementServer.start(
                    address, port, new Credentials(keys.required(), management.metricsKey()), routes);
        } catch (PortInUseException taken) {
            throw new StartRefused(
                    "The management port " + port + " is taken: choose another --management-port", taken);
        } catch (UnknownHostException unknown) {
            throw new StartRefused("The address of the management port is unknown: check s360.management.address");
        }
    }
}
