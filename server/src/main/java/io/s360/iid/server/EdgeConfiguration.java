package io.s360.iid.server;

import io.s360.iid.server.client.Alarm;
import io.s360.iid.server.client.KeyGuesses;
import io.s360.iid.server.client.LoggedAlarm;
import io.s360.iid.server.client.TokenGuesses;
import io.s360.iid.server.connection.Patience;
import io.s360.iid.server.connection.TrustedProxies;
import io.s360.iid.server.metric.GuessMeters;
import io.s360.iid.server.metric.Metrics;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is allowed to whoever calls, and how long he may take. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

    @Bean
    Alarm alarm(Metrics metrics) {
        return new GuessMeters(new LoggedAlarm(), metrics.registry());
    }

    @Bean
    KeyGuesses keyGuesses(ServerSettings settings, InstantSource clock, Alarm alarm) {
        return new KeyGuesses(settings.limits().failedAuthentications(settings.demo()), clock, alarm);
    }

    @Bean
    TokenGuesses tokenGuesses(ServerSettings settings, InstantSource clock, Alarm alarm) {
        return new TokenGuesses(settings.limits().unknownTokens(settings.demo()), clock, alarm);
    }

    @Bean
    Patience patience(ServerSettings settings) {
        ServerSettings.PatienceSettings patience = settings.patience();
        return new Patience(patience.headers(), patience.body(), patience.rest());
    }

    @Bean
    TrustedProxies trustedProxies(ServerSettings settings) {
        return new TrustedProxies(Optional.ofNullable(settings.limits().trustedProxies()));
    }
}
