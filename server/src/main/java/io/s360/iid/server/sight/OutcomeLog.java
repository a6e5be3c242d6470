package io.s360.iid.server.sight;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/** One line of the log for each request, under the name {@code access}. A fault of this side stands there with its cause. */
final class OutcomeLog implements Observer {

    private static final Logger LOG = LoggerFactory.getLogger("access");
    private static final int UNFORESEEN = 500;

    private final String instance;

    OutcomeLog(String instance) {
        this.instance = instance;
    }

    @Override
    public void isOver(Outcome outcome) {
        Level level = levelOf(outcome.status());
        if (LOG.isEnabledForLevel(level)) {
            write(LOG.atLevel(level), outcome);
        }
    }

    private static Level levelOf(int status) {
        if (status < UNFORESEEN) {
            return Level.INFO;
        }
        return status == UNFORESEEN ? Level.ERROR : Level.WARN;
    }

    private void write(LoggingEventBuilder level, Outcome outcome) {
        LoggingEventBuilder line = level.addKeyValue("operation", outcome.operationName())
                .addKeyValue("outcome", outcome.answerName())
                .addKeyValue("status", outcome.status())
                .addKeyValue("ms", milliseconds(outcome.took()))
                .addKeyValue("client", outcome.clientName())
                .addKeyValue("peer", outcome.peer());
        line = withIfKnown(line, "parent", outcome.parent());
        line = withIfKnown(line, "session", outcome.child());
        withCause(line.addKeyValue("instance", instance), outcome).log("request");
    }

    private static LoggingEventBuilder withIfKnown(
            LoggingEventBuilder line, String key, @Nullable Fingerprint session) {
        return session == null ? line : line.addKeyValue(key, session.hex());
    }

    /** What nobody foresaw is told with all of its stack, what is known to happen in one line. */
    private static LoggingEventBuilder withCause(LoggingEventBuilder line, Outcome outcome) {
        Throwable failure = outcome.failure();
        if (failure == null || outcome.status() < UNFORESEEN) {
            return line;
        }
        return outcome.status() == UNFORESEEN
                ? line.setCause(failure)
                : line.addKeyValue("cause", rootOf(failure).toString());
    }

    private static String milliseconds(Duration took) {
        long tenths = (took.toNanos() + 50_000) / 100_000;
        return tenths / 10 + "." + tenths % 10;
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
