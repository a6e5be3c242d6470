package io.s360.iid.server.sight;

import io.s360.iid.contract.Contract;
import io.s360.iid.server.client.Clients;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All observers look from one place, outside of everything that could refuse a request. */
@Configuration(proxyBeanMethods = false)
class ObserverConfiguration {

    @Bean
    OutcomeLog outcomeLog(@Value("${s360.instance}") String instance) {
        return new OutcomeLog(instance);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> viewOfRequests(
            Contract contract, Clients clients, ObjectProvider<Observer> observers) {
        return factory -> factory.addEngineValves(new OutcomeValve(
                new Outcomes(contract, clients::isKnown),
                observers.orderedStream().toList()));
    }
}
