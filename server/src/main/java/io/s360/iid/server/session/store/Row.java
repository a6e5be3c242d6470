package io.s360.iid.server.session.store;

import io.s360.iid.server.session.EndReason;
import io.s360.iid.server.session.Lifespan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row that is read from its first column to its last, in the order of its statement: drivers look for names anew in
 * each result. A value that does not belong there is an error of the store, and is never guessed.
 */
final class Row {

    private final ResultSet columns;
    private int read;

    Row(ResultSet columns) {
        this.columns = columns;
    }

    UUID uuid() throws SQLException {
        return required(uuidOrNull());
    }

    @Nullable
    UUID uuidOrNull() throws SQLException {
        return columns.getObject(++read, UUID.class);
    }

    String text() throws SQLException {
        return required(textOrNull());
    }

    @Nullable
    String textOrNull() throws SQLException {
        return columns.getString(++read);
    }

    int number() throws SQLException {
        return columns.getInt(++read);
    }

    Instant instant() throws SQLException {
        return required(instantOrNull());
    }

    private @Nullable Instant instantOrNull() throws SQLException {
        OffsetDateTime value = columns.getObject(++read, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    void skip(int many) {
        read += many;
    }

    /** From {@code created_at, expires_at, max_expires_at, last_extended_at}. */
    Lifespan lifespanOfActive() throws SQLException {
        return new Lifespan(instant(), instant(), instant(), instantOrNull(), null);
    }

    /** From the same, and {@code ended_at, end_reason}. */
    Lifespan lifespan() throws SQLException {
        return new Lifespan(instant(), instant(), instant(), instantOrNull(), ending());
    }

    private Lifespan.@Nullable Ending ending() throws SQLException {
        Instant at = instantOrNull();
        String reason = textOrNull();
        return at == null ? null : new Lifespan.Ending(at, toEndReason(required(reason)));
    }

    private static EndReason toEndReason(String name) throws SQLException {
        return Arrays.stream(EndReason.values())
                .filter(reason -> reason.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new SQLException("A row has an unknown end_reason"));
    }

    private <T> T required(@Nullable T value) throws SQLException {
        if (value == null) {
            throw new SQLException("A row has no " + columns.getMetaData().getColumnLabel(read));
        }
        return value;
    }
}
