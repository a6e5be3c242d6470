package io.s360.iid.server;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What happens between the order to stop and the end. */
@Configuration(proxyBeanMethods = false)
class StopConfiguration {

    @Bean
    Draining draining(ServerSettings settings) {
        return new Draining(settings.stop().drain());
    }

    @Bean
    FilterRegistrationBean<Draining> drainingFilter(Draining draining) {
        FilterRegistrationBean<Draining> registration = new FilterRegistrationBean<>(draining);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
