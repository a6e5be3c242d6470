package io.s360.iid.server.audit;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.encoder.Encoder;
import java.io.IOException;
import java.io.OutputStream;
import org.slf4j.LoggerFactory;

/**
 * Writes each record as one line, and tries anew with each. What cannot be written is a part of the log instead; an appender
 * of Logback would drop it, and all that come for a while after it.
 */
final class AuditLines extends AppenderBase<ILoggingEvent> {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(AuditLines.class);

    private final Encoder<ILoggingEvent> encoder;
    private final OutputStream out;
    private final Logger log;
    private boolean failing;

    /** @param log takes what {@code out} does not */
    AuditLines(Encoder<ILoggingEvent> encoder, OutputStream out, Logger log) {
        this.encoder = encoder;
        this.out = out;
        this.log = log;
        setContext(log.getLoggerContext());
    }

    @Override
    protected void append(ILoggingEvent event) {
        try {
            if (failing) {
                // After what may have been a part of a line.
                out.write('\n');
            }
            out.write(encoder.encode(event));
            if (failing) {
                LOG.warn("The audit can be written to its file again");
            }
            failing = false;
        } catch (IOException failure) {
            if (!failing) {
                LOG.error(
                        "The audit cannot be written to its file: until it can, its records are in this log", failure);
            }
            failing = true;
            log.callAppenders(event);
        }
    }

    @Override
    public void stop() {
        super.stop();
        try {
            out.close();
        } catch (IOException failure) {
            LOG.error("The file of the audit cannot be closed", failure);
        }
    }
}
