package io.s360.iid.server.session.http;

import io.s360.iid.contract.Contract;
import io.s360.iid.server.client.Clients;
import io.s360.iid.server.client.TokenGuesses;
import io.s360.iid.server.session.ChildSessions;
import io.s360.iid.server.session.Messages;
import io.s360.iid.server.session.ParentSessions;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** What the operations need to speak HTTP. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

    @Bean
    Callers callers(HttpServletRequest currentRequest, Clients clients, TokenGuesses guesses) {
        return new Callers(currentRequest, clients, guesses);
    }

    @Bean
    IidAuthorizationController controller(
            ParentSessions parents, ChildSessions children, Messages messages, Callers callers, Successes successes) {
        return new IidAuthorizationController(parents, children, messages, callers, successes);
    }

    @Bean
    Successes successes(Contract contract) {
        return Successes.of(contract);
    }

    /** Before Spring's own ways to a method, which would read headers and bodies again. */
    @Bean
    HandlerMapping operations(
            IidAuthorizationController controller, Contract contract, Successes successes, JsonMapper json) {
        OperationHandler handler =
                new OperationHandler(ApiMethod.of(controller, contract), new SessionSightings(successes), json);
        SimpleUrlHandlerMapping mapping = new SimpleUrlHandlerMapping();
        mapping.setDefaultHandler(handler);
        mapping.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return mapping;
    }

    @Bean
    JsonMapperBuilderCustomizer timesOfTheContract() {
        return builder -> builder.addModule(new SimpleModule().addSerializer(new TimeInMilliseconds()));
    }

    /** UTC with exactly three decimals, where the default drops trailing zeros. */
    private static final class TimeInMilliseconds extends StdSerializer<OffsetDateTime> {

        private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");

        TimeInMilliseconds() {
            super(OffsetDateTime.class);
        }

        @Override
        public void serialize(OffsetDateTime time, JsonGenerator json, SerializationContext context) {
            json.writeString(FORMAT.format(time.withOffsetSameInstant(ZoneOffset.UTC)));
        }
    }
}
