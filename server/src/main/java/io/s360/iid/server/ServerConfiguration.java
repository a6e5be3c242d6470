package io.s360.iid.server;

import io.s360.iid.contract.Contract;
import io.s360.iid.server.client.Clients;
import io.s360.iid.server.metric.Metrics;
import io.s360.iid.server.metric.StoreMeters;
import io.s360.iid.server.session.ChildSessions;
import io.s360.iid.server.session.DisabledClients;
import io.s360.iid.server.session.Messages;
import io.s360.iid.server.session.ParentSessions;
import io.s360.iid.server.session.RandomSessionIds;
import io.s360.iid.server.session.SessionIds;
import io.s360.iid.server.session.SessionSettings;
import io.s360.iid.server.session.SessionStore;
import io.s360.iid.server.session.Tombstones;
import io.s360.iid.server.session.store.JdbcSessionStore;
import io.s360.iid.server.session.store.StoreOpening;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.scheduling.annotation.EnableScheduling;

/** How the rooms are put together. Each room adds what only it needs. */
@SpringBootApplication(exclude = ErrorMvcAutoConfiguration.class, proxyBeanMethods = false)
@EnableConfigurationProperties(ServerSettings.class)
@EnableScheduling
class ServerConfiguration {

    @Bean
    Contract contract(S360Server.Options options) {
        return options.contract().get();
    }

    @Bean
    InstantSource clock(S360Server.Options options) {
        return options.clock();
    }

    /** What the operations use. Who takes the other one is not disturbed by what a test puts before this. */
    @Bean
    @Primary
    SessionStore sessionStore(JdbcSessionStore store, S360Server.Options options, Metrics metrics) {
        return options.store().apply(StoreMeters.before(store, metrics.registry()));
    }

    /** Once all is put together, and before the public port listens. */
    @Bean
    SmartInitializingSingleton openedStore(
            StoreOpening opening, JdbcSessionStore store, DisabledClients disabled, ObjectProvider<DemoSeeds> seeds) {
        List<Runnable> first = new ArrayList<>(List.of(store::takeOver, disabled::reload));
        seeds.ifAvailable(demo -> first.add(demo::plant));
        return () -> opening.begin(first);
    }

    @Bean
    SessionIds sessionIds() {
        return new RandomSessionIds();
    }

    @Bean
    SessionSettings sessionSettings(Contract contract) {
        return ContractSettings.read(contract);
    }

    @Bean
    ParentSessions parentSessions(SessionStore store, SessionIds ids, SessionSettings settings) {
        return new ParentSessions(store, ids, settings);
    }

    @Bean
    ChildSessions childSessions(SessionStore store, SessionIds ids, SessionSettings settings) {
        return new ChildSessions(store, ids, settings);
    }

    @Bean
    Messages messages(SessionStore store, SessionIds ids, SessionSettings settings) {
        return new Messages(store, ids, settings);
    }

    @Bean
    DisabledClients disabledClients(JdbcSessionStore store) {
        return new DisabledClients(store);
    }

    @Bean
    Clients clients(ServerSettings settings, Contract contract, DisabledClients disabled, InstantSource clock) {
        return new Clients(ClientRegister.read(settings, contract), disabled::contains, clock);
    }

    @Bean
    HouseKeeping houseKeeping(SessionStore store, SessionSettings settings) {
        return new HouseKeeping(new Tombstones(store, settings));
    }

    /** Ends with the other beans, and so after the web server. */
    @Bean
    Learning learning(DisabledClients disabled, ServerSettings settings) {
        return new Learning(disabled, settings.learnDisabledEvery());
    }

    @Bean
    @ConditionalOnBooleanProperty("s360.demo")
    DemoSeeds demoSeeds(Contract contract, JdbcSessionStore store, SessionIds ids) {
        return new DemoSeeds(contract, store, ids);
    }
}
