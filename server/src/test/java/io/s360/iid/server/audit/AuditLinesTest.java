package io.s360.iid.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No record is lost, and none is written where it cannot be read. */
class AuditLinesTest {

    private final LoggerContext context = new LoggerContext();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Disk disk = new Disk();

    private AuditLines lines;

    @BeforeEach
    void open() {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%m%n");
        encoder.start();
        log.start();
        context.getLogger("root").addAppender(log);
        lines = new AuditLines(encoder, disk, context.getLogger("root"));
        lines.start();
    }

    @Test
    void hasTheLogTakeWhatTheDiskDoesNot() {
        write("first");
        disk.room = 3;
        write("second");
        write("third");
        disk.room = 1_000;
        write("fourth");
        write("fifth");

        assertThat(disk.toString(StandardCharsets.UTF_8).lines().filter(line -> !line.isEmpty()))
                .containsExactly("first", "sec", "fourth", "fifth");
        assertThat(log.list).extracting(ILoggingEvent::getMessage).containsExactly("second", "third");
    }

    private void write(String... texts) {
        Stream.of(texts).forEach(text -> {
            LoggingEvent event = new LoggingEvent();
            event.setLoggerContextRemoteView(context.getLoggerContextRemoteView());
            event.setMessage(text);
            event.setMDCPropertyMap(Map.of());
            lines.doAppend(event);
        });
    }

    /** Has room for so many bytes. */
    private static final class Disk extends ByteArrayOutputStream {

        private int room = 1_000;

        @Override
        public void write(byte[] bytes) throws IOException {
            int fits = Math.min(room, bytes.length);
            write(bytes, 0, fits);
            room -= fits;
            if (fits < bytes.length) {
                throw new IOException("No space left on device");
            }
        }
    }
}
