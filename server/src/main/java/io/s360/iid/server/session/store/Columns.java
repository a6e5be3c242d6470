package io.s360.iid.server.session.store;

import io.s360.iid.server.session.EndReason;
import io.s360.iid.server.session.Lifespan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How values stand in rows. A value that does not belong there is an error of the store, and is never guessed. */
final class Columns {

    private Columns() {}

    static @Nullable OffsetDateTime toColumn(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static Map<String, @Nullable Object> toColumns(Lifespan lifespan) {
        Lifespan.Ending ending = lifespan.ending();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("createdAt", toColumn(lifespan.createdAt()));
        columns.put("expiresAt", toColumn(lifespan.expiresAt()));
        columns.put("maxExpiresAt", toColumn(lifespan.maxExpiresAt()));
        columns.put("lastExtendedAt", toColumn(lifespan.lastExtendedAt()));
        columns.put("endedAt", ending == null ? null : toColumn(ending.at()));
        columns.put("endReason", ending == null ? null : ending.reason().name());
        return columns;
    }

    static Lifespan toLifespanOfActive(ResultSet row, String prefix) throws SQLException {
        return new Lifespan(
                instant(row, prefix + "created_at"),
                instant(row, prefix + "expires_at"),
                instant(row, prefix + "max_expires_at"),
                instantOrNull(row, prefix + "last_extended_at"),
                null);
    }

    static Lifespan toLifespan(ResultSet row, String prefix) throws SQLException {
        return new Lifespan(
                instant(row, prefix + "created_at"),
                instant(row, prefix + "expires_at"),
                instant(row, prefix + "max_expires_at"),
                instantOrNull(row, prefix + "last_extended_at"),
                toEnding(row, prefix));
    }

    private static Lifespan.@Nullable Ending toEnding(ResultSet row, String prefix) throws SQLException {
        Instant at = instantOrNull(row, prefix + "ended_at");
        return at == null ? null : new Lifespan.Ending(at, toEndReason(text(row, prefix + "end_reason")));
    }

    private static EndReason toEndReason(String name) throws SQLException {
        return Arrays.stream(EndReason.values())
                .filter(reason -> reason.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new SQLException("A row has an unknown end_reason"));
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return required(row.getObject(column, UUID.class), column);
    }

    static String text(ResultSet row, String column) throws SQLException {
        return required(row.getString(column), column);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return required(instantOrNull(row, column), column);
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static <T> T required(@Nullable T value, String column) throws SQLException {
        if (value == null) {
            throw new SQLException("A row has no " + column);
        }
        return value;
    }
}
