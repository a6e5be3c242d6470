package io.s360.iid.server.refusal;

import io.s360.iid.contract.Contract;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The envelope everywhere: where the server refuses, where Spring does, and where the container does. */
@Configuration(proxyBeanMethods = false)
class RefusalConfiguration {

    @Bean
    EnvelopeWriter envelopeWriter(Contract contract) {
        return new EnvelopeWriter(new Refusals(contract));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> envelopesOfTheContainer(
            EnvelopeWriter writer, Contract contract) {
        return factory -> {
            // Otherwise the container itself refuses TRACE, and does not name the methods that the contract allows.
            factory.addConnectorCustomizers(connector -> connector.setAllowTrace(true));
            factory.addContextCustomizers(
                    context -> report(context, new EnvelopeErrorValve(writer, contract.headers().traceId())));
        };
    }

    private static void report(Context context, EnvelopeErrorValve valve) {
        StandardHost host = (StandardHost) context.getParent();
        host.setErrorReportValveClass(EnvelopeErrorValve.class.getName());
        host.getPipeline().addValve(valve);
    }
}
