package io.s360.iid.server.sight;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Keeps keys and tokens out of the log, whatever level somebody sets. The container, the web framework and the judge of
 * schemas write requests down, whole or in part, below the level {@code WARN}; there only those may speak that are known
 * to write none.
 */
public final class LogGuard extends TurboFilter {

    private static final List<String> DISCREET = List.of(
            "io.s360.iid",
            "access",
            "audit",
            "org.springframework.boot",
            "org.springframework.context",
            "org.springframework.beans",
            "org.springframework.transaction",
            "org.springframework.jdbc.support",
            "org.flywaydb",
            "com.zaxxer.hikari");

    private LogGuard() {}

    /** Guards the log of this process from now on. */
    public static void install() {
        LoggerContext log = (LoggerContext) LoggerFactory.getILoggerFactory();
        if (log.getTurboFilterList().stream().noneMatch(LogGuard.class::isInstance)) {
            LogGuard guard = new LogGuard();
            guard.setContext(log);
            guard.start();
            log.addTurboFilter(guard);
        }
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] arguments,
            @Nullable Throwable failure) {
        boolean isMeant = logger.getEffectiveLevel().levelInt <= level.levelInt;
        return level.levelInt < Level.WARN_INT && isMeant && !isDiscreet(logger.getName())
                ? FilterReply.DENY
                : FilterReply.NEUTRAL;
    }

    private static boolean isDiscreet(String logger) {
        return DISCREET.stream().anyMatch(logger::startsWith);
    }
}
