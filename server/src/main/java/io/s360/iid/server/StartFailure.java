package io.s360.iid.server;

import io.s360.iid.server.session.store.StoreFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.config.ConfigDataException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.web.server.PortInUseException;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Why the server cannot be started, in one line that says the mend. */
final class StartFailure {

    private StartFailure() {}

    /** A {@link StartRefused}, or the failure itself if it is nothing that could be mended from outside. */
    static RuntimeException explain(RuntimeException failure) {
        return causes(failure)
                .filter(StartRefused.class::isInstance)
                .findFirst()
                .map(StartRefused.class::cast)
                .or(() -> causes(failure)
                        .map(StartFailure::lineFor)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .or(() -> StoreFailure.explain(failure))
                        .map(line -> new StartRefused(line, failure)))
                .<RuntimeException>map(refused -> refused)
                .orElse(failure);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes.stream();
    }

    private static Optional<String> lineFor(Throwable cause) {
        if (cause instanceof BindException unusable) {
            return Optional.of(lineFor(unusable));
        }
        if (cause instanceof MarkedYAMLException yaml) {
            return Optional.of("The file of --config is no YAML: mend its line "
                    + (yaml.getProblemMark().getLine() + 1));
        }
        if (cause instanceof ConfigDataException) {
            return Optional.of("The settings cannot be read: check --config and --secrets");
        }
        if (cause instanceof PortInUseException taken) {
            return Optional.of("The port " + taken.getPort() + " is taken: choose another --port");
        }
        return Optional.empty();
    }

    /** Names what cannot be used, without its value: it may be a secret. */
    private static String lineFor(BindException unusable) {
        if (unusable.getCause() instanceof UnboundConfigurationPropertiesException unknown) {
            return unknown.getUnboundProperties().stream()
                    .map(property -> isEmpty(property)
                            ? "The setting " + property.getName() + " is empty: give it a value, or leave it out"
                            : "There is no setting " + property.getName() + ": --help lists those there are")
                    .findFirst()
                    .orElse("There is a setting that is unknown: --help lists those there are");
        }
        ConfigurationProperty property = unusable.getProperty();
        return "The setting " + (property == null ? unusable.getName() : property.getName())
                + " cannot be used: it takes "
                + wanted(unusable.getTarget().getType().resolve(String.class));
    }

    private static boolean isEmpty(ConfigurationProperty property) {
        return property.getValue() instanceof CharSequence text && text.isEmpty();
    }

    private static String wanted(Class<?> type) {
        if (type == Duration.class) {
            return "a time such as PT10M or 10m";
        }
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "a whole number";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == LogLevel.class) {
            return "trace, debug, info, warn, error or off";
        }
        if (type == Pattern.class) {
            return "a regular expression";
        }
        return "another value; --help lists the settings";
    }
}
