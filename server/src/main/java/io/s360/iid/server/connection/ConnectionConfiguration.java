package io.s360.iid.server.connection;

import java.util.regex.Pattern;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The container's connector as this server wants it. */
@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> guardedConnections(
            Patience patience, TrustedProxies proxies) {
        return factory -> {
            factory.setProtocol(GuardedProtocol.class.getName());
            factory.addConnectorCustomizers(connector -> guard(connector, patience));
            proxies.pattern().ifPresent(trusted -> factory.addEngineValves(valve(trusted)));
        };
    }

    private static void guard(Connector connector, Patience patience) {
        if (connector.getProtocolHandler() instanceof GuardedProtocol guarded) {
            guarded.setPatience(patience);
        }
    }

    /** Takes from a trusted proxy who has called it, and nothing else. */
    private static RemoteIpValve valve(Pattern trusted) {
        RemoteIpValve valve = new RemoteIpValve();
        valve.setInternalProxies(trusted.pattern());
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader(null);
        valve.setProxiesHeader("X-Forwarded-By");
        return valve;
    }
}
