package io.s360.iid.server.audit;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.logback.StructuredLogEncoder;

/** A file that holds the audit and nothing else, one JSON object a line. What was there is kept. */
public final class AuditFile implements AutoCloseable {

    private static final String FORMAT = "logstash";

    private final Logger logger;
    private final FileAppender<ILoggingEvent> appender;

    private AuditFile(Logger logger, FileAppender<ILoggingEvent> appender) {
        this.logger = logger;
        this.appender = appender;
    }

    /**
     * Has the audit written to a file from now on, and nowhere else.
     *
     * @throws IOException if the file cannot be written to
     */
    public static AuditFile open(Path file) throws IOException {
        LoggerContext log = (LoggerContext) LoggerFactory.getILoggerFactory();
        StructuredLogEncoder encoder = new StructuredLogEncoder();
        encoder.setContext(log);
        encoder.setFormat(FORMAT);
        encoder.start();
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setContext(log);
        appender.setName(file.toString());
        appender.setFile(file.toString());
        appender.setEncoder(encoder);
        appender.start();
        if (!appender.isStarted()) {
            throw new IOException("The file cannot be written to");
        }
        Logger logger = log.getLogger(Audit.LOGGER);
        logger.addAppender(appender);
        logger.setAdditive(false);
        return new AuditFile(logger, appender);
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
        logger.setAdditive(true);
        appender.stop();
    }
}
