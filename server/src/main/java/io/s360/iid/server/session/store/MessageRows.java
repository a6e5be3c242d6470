package io.s360.iid.server.session.store;

import io.s360.iid.server.session.NewMessage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcOperations;

/** The table of the messages. */
final class MessageRows {

    private final JdbcOperations jdbc;

    MessageRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID childId, int first, List<UUID> ids, List<NewMessage> texts, Instant at) {
        List<Object[]> rows = IntStream.range(0, texts.size())
                .mapToObj(index -> toRow(childId, first + index, ids.get(index), texts.get(index), at))
                .toList();
        jdbc.batchUpdate(
                "insert into message (id, child_id, sequence, level, text_en, text_ar, client_message_id, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    private static Object[] toRow(UUID childId, int sequence, UUID id, NewMessage text, Instant at) {
        return new Object[] {
            id, childId, sequence, text.level(), text.en(), text.ar(), text.clientMessageId(), Columns.toColumn(at)
        };
    }
}
