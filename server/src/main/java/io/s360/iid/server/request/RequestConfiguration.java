package io.s360.iid.server.request;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.request.ClientGate;
import io.s360.iid.contract.request.RequestRules;
import io.s360.iid.server.client.KeyGuesses;
import io.s360.iid.server.refusal.EnvelopeWriter;
import jakarta.servlet.Filter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The filters before every operation, in their order. */
@Configuration(proxyBeanMethods = false)
class RequestConfiguration {

    @Bean
    RequestRules requestRules(Contract contract) {
        return new RequestRules(contract);
    }

    @Bean
    FilterRegistrationBean<TraceFilter> traceFilter(RequestRules rules, Contract contract) {
        return first(new TraceFilter(rules, contract.headers().traceId()), 0);
    }

    @Bean
    FilterRegistrationBean<ContractFilter> contractFilter(
            RequestRules rules, ClientGate gate, KeyGuesses guesses, EnvelopeWriter refusals) {
        return first(new ContractFilter(rules, gate, guesses, refusals), 1);
    }

    private static <F extends Filter> FilterRegistrationBean<F> first(F filter, int place) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
        return registration;
    }
}
