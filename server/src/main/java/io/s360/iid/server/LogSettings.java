package io.s360.iid.server;

import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Looks at the settings of the log before the log does, which would say in a hundred lines that it cannot use one. */
final class LogSettings implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final String LEVELS = "logging.level";
    private static final String FORMAT = "logging.structured.format.console";
    private static final Set<String> FORMATS = Set.of("ecs", "gelf", "logstash");

    /** All settings are there then, and the log has not begun. */
    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER - 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent prepared) {
        Environment environment = prepared.getEnvironment();
        Binder.get(environment).bind(LEVELS, Bindable.mapOf(String.class, LogLevel.class));
        String format = environment.getProperty(FORMAT, "");
        if (!format.isEmpty() && !FORMATS.contains(format.toLowerCase(Locale.ROOT))) {
            throw new StartRefused("The setting " + FORMAT + " cannot be used: it takes ecs, gelf or logstash");
        }
    }
}
