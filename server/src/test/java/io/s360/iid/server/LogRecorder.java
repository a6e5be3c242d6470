package io.s360.iid.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

/** Keeps all that is logged from its start to its end. */
final class LogRecorder extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();
    private final Map<Logger, Level> levels = new HashMap<>();

    private LogRecorder() {}

    static LogRecorder recording() {
        LogRecorder recorder = new LogRecorder();
        recorder.setContext(ROOT.getLoggerContext());
        recorder.start();
        ROOT.addAppender(recorder);
        return recorder;
    }

    /** Also of what this logger would not tell, as whoever has started the last server has set it. */
    LogRecorder with(String logger, Level level) {
        Logger changed = (Logger) LoggerFactory.getLogger(logger);
        levels.put(changed, changed.getLevel());
        changed.setLevel(level);
        return this;
    }

    @Override
    protected void append(ILoggingEvent event) {
        event.prepareForDeferredProcessing();
        events.add(event);
    }

    List<ILoggingEvent> events() {
        return events;
    }

    List<ILoggingEvent> eventsOf(String logger) {
        return events.stream()
                .filter(event -> event.getLoggerName().equals(logger))
                .toList();
    }

    /** What stands beside the message. */
    static Map<String, String> facts(ILoggingEvent event) {
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        return pairs == null
                ? Map.of()
                : pairs.stream().collect(Collectors.toMap(pair -> pair.key, pair -> String.valueOf(pair.value)));
    }

    static String wholeText(ILoggingEvent event) {
        return String.join(
                " ",
                event.getThreadName(),
                event.getLoggerName(),
                event.getFormattedMessage(),
                event.getMDCPropertyMap().toString(),
                facts(event).toString(),
                event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }

    /** As the console shows it. */
    static String rendered(ILoggingEvent event) {
        Encoder<ILoggingEvent> encoder = StreamSupport.stream(
                        ((Iterable<Appender<ILoggingEvent>>) ROOT::iteratorForAppenders).spliterator(), false)
                .filter(ConsoleAppender.class::isInstance)
                .map(appender -> Objects.requireNonNull(((ConsoleAppender<ILoggingEvent>) appender).getEncoder()))
                .findFirst()
                .orElseThrow();
        return new String(encoder.encode(event), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        levels.forEach(Logger::setLevel);
        ROOT.detachAppender(this);
        stop();
    }
}
