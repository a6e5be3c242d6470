package io.s360.iid.server.session.store;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/** Where the data are kept, as settings of Spring. */
public final class StoreLocation {

    private static final String SETTINGS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;QUERY_CACHE_SIZE=64";
    /** Without a delay, what has been committed is on the disk: it survives the end of the process, however sudden. */
    private static final String DURABLE = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
    /** Lives as long as the data source, even while no connection is open. */
    private static final String UNTIL_SHUT_DOWN = ";DB_CLOSE_DELAY=-1";

    private static final int PATIENCE_IN_SECONDS = 10;

    static final String IN_MEMORY = "jdbc:h2:mem:";

    private StoreLocation() {}

    /** In a folder, which is made if it is absent. */
    public static Map<String, Object> in(Path folder) {
        return at("jdbc:h2:file:" + folder.toAbsolutePath().normalize().resolve("s360") + SETTINGS + DURABLE);
    }

    /** In memory, for one process and until its end. */
    public static Map<String, Object> inMemory() {
        return at(IN_MEMORY + UUID.randomUUID() + SETTINGS + UNTIL_SHUT_DOWN);
    }

    /** What a database elsewhere needs so that nobody waits for an answer that never comes. */
    public static Map<String, Object> elsewhere(String url) {
        return url.startsWith("jdbc:postgresql:")
                ? Map.of("spring.datasource.hikari.data-source-properties.socketTimeout", PATIENCE_IN_SECONDS)
                : Map.of();
    }

    private static Map<String, Object> at(String url) {
        return Map.of("spring.datasource.url", url, "spring.datasource.username", "s360");
    }
}
