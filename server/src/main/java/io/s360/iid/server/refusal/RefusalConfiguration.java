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
            factory.addConnectorCustomizers(connector -> {
                // Otherwise the container itself refuses TRACE, and does not name the methods that the contract allows.
                connector.setAllowTrace(true);
                // A path with a coded slash is a path that the contract does not have, not a malformed request.
                connector.setEncodedSolidusHandling("passthrough");
                // Nobody is asked for a body before it is known who he is.
                connector.setProperty("continueResponseTiming", "onRead");
            });
            factory.addContextCustomizers(context -> report(
                    context, new EnvelopeErrorValve(writer, contract.headers().traceId())));
        };
    }

    private static void report(Context context, EnvelopeErrorValve valve) {
        StandardHost host = (StandardHost) context.getParent();
        host.setErrorReportValveClass(EnvelopeErrorValve.class.getName());
        host.getPipeline().addValve(valve);
    }
}
