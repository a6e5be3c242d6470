package io.s360.iid.server.session.http;

import io.s360.iid.contract.Contract;
import io.s360.iid.server.client.Clients;
import io.s360.iid.server.client.TokenGuesses;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
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
    Successes successes(Contract contract) {
        return Successes.of(contract);
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
