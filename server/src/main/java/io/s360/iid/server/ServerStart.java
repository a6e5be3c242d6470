package io.s360.iid.server;

import io.s360.iid.server.session.store.StoreLocation;
import io.s360.iid.server.setting.SettingList;
import io.s360.iid.server.sight.LogGuard;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/** Starts Spring, and says in one line why it cannot. */
final class ServerStart {

    private static final String DEFAULTS = "server.properties";
    /** Before, one that waits for the store in a synchronized block keeps a whole processor from the others. */
    private static final int VIRTUAL_THREADS_DO_NOT_PIN = 24;

    private static final String FILES = "spring.config.";
    private static final String STORE_URL = "spring.datasource.url";
    private static final String DEMO = "s360.demo";
    private static final String VIRTUAL_THREADS = "spring.threads.virtual.enabled";

    private ServerStart() {}

    static ConfigurableApplicationContext run(S360Server.Options options) {
        String[] settings =
                lastOfEach(options.settings()).map(setting -> "--" + setting).toArray(String[]::new);
        try {
            return new SpringApplicationBuilder(ServerConfiguration.class)
                    .properties(defaultsOnThisJdk())
                    .bannerMode(Banner.Mode.OFF)
                    .logStartupInfo(false)
                    .listeners(new LogSettings())
                    .initializers(context -> prepare((GenericApplicationContext) context, options))
                    .run(settings);
        } catch (RuntimeException failure) {
            throw StartFailure.explain(failure);
        }
    }

    /** Spring would join those of one name with a comma, which is meant only where it is told of files. */
    private static Stream<String> lastOfEach(List<String> settings) {
        Map<String, String> byName = new LinkedHashMap<>();
        for (String setting : settings) {
            boolean joins = setting.startsWith(FILES);
            byName.put(joins ? setting : setting.substring(0, setting.indexOf('=')), setting);
        }
        return byName.values().stream();
    }

    /** What holds unless somebody sets it otherwise. */
    static Properties defaults() {
        try (InputStream in = ServerStart.class.getResourceAsStream(DEFAULTS)) {
            Properties properties = new Properties();
            properties.load(in);
            return properties;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Properties defaultsOnThisJdk() {
        Properties properties = defaults();
        if (Runtime.version().feature() < VIRTUAL_THREADS_DO_NOT_PIN) {
            properties.setProperty(VIRTUAL_THREADS, "false");
        }
        return properties;
    }

    private static void prepare(GenericApplicationContext context, S360Server.Options options) {
        LogGuard.install();
        context.registerBean(S360Server.Options.class, () -> options);
        ConfigurableEnvironment environment = context.getEnvironment();
        refuseUnknown(environment.getSystemEnvironment().keySet());
        refuseNeitherTrueNorFalse(environment);
        MapPropertySource location = new MapPropertySource("store", locationOfData(environment));
        if (location.containsProperty(STORE_URL)) {
            environment.getPropertySources().addFirst(location);
        } else {
            // Only what nobody has set: whoever knows their database better may say so.
            environment.getPropertySources().addLast(location);
        }
    }

    /** Spring overlooks a variable that sets nothing. */
    private static void refuseUnknown(Set<String> variables) {
        SettingList.read(defaults()).unknownOf(variables).ifPresent(variable -> {
            throw new StartRefused(
                    "There is no setting for the variable " + variable + ": --help lists those there are");
        });
    }

    /** These decide which beans there are: Spring reads them before any settings, and tells no name if it cannot. */
    private static void refuseNeitherTrueNorFalse(Environment environment) {
        Binder binder = Binder.get(environment);
        Stream.of(DEMO, VIRTUAL_THREADS).forEach(name -> binder.bind(name, Boolean.class));
    }

    private static Map<String, Object> locationOfData(Environment environment) {
        String folder = textOrNull(environment, "s360.data");
        String url = textOrNull(environment, STORE_URL);
        if (folder != null && url != null) {
            throw new StartRefused("There are two places for the data: leave out --data (s360.data) for the store at "
                    + STORE_URL + ", or that for the folder");
        }
        if (folder != null) {
            return inFolder(Path.of(folder));
        }
        if (url != null) {
            return elsewhere(url);
        }
        if (environment.getProperty(DEMO, Boolean.class, false)) {
            return StoreLocation.inMemory();
        }
        throw new StartRefused("There is no place for the data: give a folder with --data, or set " + STORE_URL);
    }

    /** A variable that is there and empty sets nothing. */
    private static @Nullable String textOrNull(Environment environment, String name) {
        String value = environment.getProperty(name, "");
        return value.isBlank() ? null : value;
    }

    private static Map<String, Object> elsewhere(String url) {
        try {
            return StoreLocation.elsewhere(url);
        } catch (IllegalArgumentException unusable) {
            throw new StartRefused(
                    "The setting " + STORE_URL + " cannot be used: it takes an address such as"
                            + " jdbc:postgresql://db.example/s360",
                    unusable);
        }
    }

    /** Looked at before the store is, which would say the same in a hundred lines. */
    private static Map<String, Object> inFolder(Path folder) {
        if (Files.isDirectory(folder) && !Files.isWritable(folder)) {
            throw new StartRefused("The folder " + folder + " cannot be written to: choose another --data");
        }
        try {
            return StoreLocation.in(folder);
        } catch (IllegalArgumentException unusable) {
            throw new StartRefused(unusable.getMessage() + ": choose another --data", unusable);
        } catch (IOException impossible) {
            throw new StartRefused("The folder " + folder + " cannot be made: choose another --data", impossible);
        }
    }
}
