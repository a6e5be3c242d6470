package io.s360.iid.server;

import io.s360.iid.server.session.store.StoreFailure;
import io.s360.iid.server.session.store.StoreLocation;
import io.s360.iid.server.sight.LogGuard;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/** Starts Spring, and says in one line why it cannot. */
final class ServerStart {

    private static final String DEFAULTS = "server.properties";
    private static final String STORE_URL = "spring.datasource.url";

    private ServerStart() {}

    static ConfigurableApplicationContext run(S360Server.Options options) {
        String[] settings =
                options.settings().stream().map(setting -> "--" + setting).toArray(String[]::new);
        try {
            return new SpringApplicationBuilder(ServerConfiguration.class)
                    .properties(defaults())
                    .bannerMode(Banner.Mode.OFF)
                    .logStartupInfo(false)
                    .initializers(context -> prepare((GenericApplicationContext) context, options))
                    .run(settings);
        } catch (RuntimeException failure) {
            throw explained(failure);
        }
    }

    private static Properties defaults() {
        try (InputStream in = ServerStart.class.getResourceAsStream(DEFAULTS)) {
            Properties properties = new Properties();
            properties.load(in);
            return properties;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void prepare(GenericApplicationContext context, S360Server.Options options) {
        LogGuard.install();
        context.registerBean(S360Server.Options.class, () -> options);
        ConfigurableEnvironment environment = context.getEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("store", locationOfData(environment)));
    }

    private static Map<String, Object> locationOfData(Environment environment) {
        String folder = environment.getProperty("s360.data");
        String url = environment.getProperty(STORE_URL);
        if (folder != null) {
            return StoreLocation.in(usable(Path.of(folder)));
        }
        if (url != null) {
            return StoreLocation.elsewhere(url);
        }
        if (environment.getProperty("s360.demo", Boolean.class, false)) {
            return StoreLocation.inMemory();
        }
        throw new StartRefused("There is no place for the data: give a folder with --data, or set " + STORE_URL);
    }

    /** Looked at before the store is, which would say the same in a hundred lines. */
    private static Path usable(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException impossible) {
            throw new StartRefused("The folder " + folder + " cannot be made: choose another --data", impossible);
        }
        if (!Files.isWritable(folder)) {
            throw new StartRefused("The folder " + folder + " cannot be written to: choose another --data");
        }
        return folder;
    }

    private static RuntimeException explained(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) {
                return refused;
            }
            if (cause instanceof BindException unusable) {
                return new StartRefused(nameOf(unusable) + ": check its name and its value", failure);
            }
            if (cause instanceof PortInUseException taken) {
                return new StartRefused("The port " + taken.getPort() + " is taken: choose another --port", failure);
            }
        }
        return StoreFailure.explain(failure)
                .<RuntimeException>map(line -> new StartRefused(line, failure))
                .orElse(failure);
    }

    /** Names what cannot be used, without its value: it may be a secret. */
    private static String nameOf(BindException unusable) {
        if (unusable.getCause() instanceof UnboundConfigurationPropertiesException unknown) {
            return unknown.getUnboundProperties().stream()
                    .map(property -> "There is no setting " + property.getName())
                    .findFirst()
                    .orElse("There is a setting that is unknown");
        }
        ConfigurationProperty property = unusable.getProperty();
        return "The setting " + (property == null ? unusable.getName() : property.getName()) + " cannot be used";
    }
}
