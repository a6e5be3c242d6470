package io.s360.iid.server.audit;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.logback.StructuredLogEncoder;

/** A file that holds the audit and nothing else, one JSON object a line. What was there is kept. */
public final class AuditFile implements AutoCloseable {

    private static final String FORMAT = "logstash";

    private final Logger logger;
    private final AuditLines lines;

    private AuditFile(Logger logger, AuditLines lines) {
        this.logger = logger;
        this.lines = lines;
    }

    /**
     * Has the audit written to a file from now on, and nowhere else as long as that can be done.
     *
     * @throws IOException if the file cannot be written to
     */
    public static AuditFile open(Path file) throws IOException {
        LoggerContext log = (LoggerContext) LoggerFactory.getILoggerFactory();
        StructuredLogEncoder encoder = new StructuredLogEncoder();
        encoder.setContext(log);
        encoder.setFormat(FORMAT);
        encoder.start();
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        // Not by a channel, which would be closed for all by the interrupt of one.
        FileOutputStream out = new FileOutputStream(file.toFile(), true);
        AuditLines lines = new AuditLines(encoder, out, log.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME));
        lines.start();
        Logger logger = log.getLogger(Audit.LOGGER);
        logger.addAppender(lines);
        logger.setAdditive(false);
        return new AuditFile(logger, lines);
    }

    @Override
    public void close() {
        logger.detachAppender(lines);
        logger.setAdditive(true);
        lines.stop();
    }
}
