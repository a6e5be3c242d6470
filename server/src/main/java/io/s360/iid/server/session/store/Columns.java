package io.s360.iid.server.session.store;

import io.s360.iid.server.session.Lifespan;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How values are put into rows. */
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
}
