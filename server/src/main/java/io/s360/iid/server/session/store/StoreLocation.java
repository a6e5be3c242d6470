package io.s360.iid.server.session.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Where the data are kept, as settings of Spring. */
public final class StoreLocation {

    /** Results are not reused: H2 gives the last one for a moment after others can see a commit, and the past with it. */
    private static final String SETTINGS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";QUERY_CACHE_SIZE=64;LOCK_TIMEOUT=2000;OPTIMIZE_REUSE_RESULTS=FALSE";
    /** Without a delay, what has been committed is in the file: it survives the end of the process, however sudden. */
    private static final String DURABLE = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
    /** Lives as long as the data source, even while no connection is open. */
    private static final String UNTIL_SHUT_DOWN = ";DB_CLOSE_DELAY=-1";

    private static final String NAME = "s360";
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_IN_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final String SHARED = "jdbc:postgresql:";
    private static final String POOL = "spring.datasource.hikari.";
    private static final String DRIVER = POOL + "data-source-properties.";

    private static final String EMBEDDED = "jdbc:h2:";
    static final String IN_MEMORY = EMBEDDED + "mem:";

    private StoreLocation() {}

    /**
     * In a folder, which is made if it is absent, for this user alone.
     *
     * @throws IllegalArgumentException if the name of the folder cannot stand in an address
     */
    public static Map<String, Object> in(Path folder) throws IOException {
        Path place = folder.toAbsolutePath().normalize();
        if (place.toString().indexOf(';') >= 0) {
            throw new IllegalArgumentException("The name of a folder for data cannot have a semicolon");
        }
        prepare(place);
        return at(EMBEDDED + "file:" + place.resolve(NAME) + SETTINGS + DURABLE);
    }

    /** In memory, for one process and until its end. */
    public static Map<String, Object> inMemory() {
        return at(IN_MEMORY + UUID.randomUUID() + SETTINGS + UNTIL_SHUT_DOWN);
    }

    /** Whether other processes may use the same data. */
    static boolean isShared(String url) {
        return url.startsWith(SHARED);
    }

    /**
     * What a database elsewhere needs so that nobody waits for an answer that never comes. A statement gives up before
     * its connection does, and a wait for a row before its statement; each in time for the caller to be told.
     *
     * @throws IllegalArgumentException if it is the address of no store that the statements are for
     */
    public static Map<String, Object> elsewhere(String url) {
        if (!isShared(url) && !url.startsWith(EMBEDDED)) {
            throw new IllegalArgumentException("An address of a store begins with " + SHARED);
        }
        return isShared(url)
                ? Map.of(
                        POOL + "connection-init-sql",
                        "set lock_timeout = 2000; set statement_timeout = 4000",
                        DRIVER + "connectTimeout",
                        2,
                        DRIVER + "loginTimeout",
                        2,
                        DRIVER + "socketTimeout",
                        5,
                        DRIVER + "cancelSignalTimeout",
                        2,
                        DRIVER + "tcpKeepAlive",
                        true,
                        "spring.flyway.url",
                        withPatience(url),
                        "spring.flyway.user",
                        "${spring.datasource.username:}",
                        "spring.flyway.password",
                        "${spring.datasource.password:}")
                : Map.of();
    }

    /** A migration has a connection of its own, since it may take longer than a caller would wait. */
    private static String withPatience(String url) {
        return url + (url.indexOf('?') < 0 ? '?' : '&') + "connectTimeout=2&loginTimeout=2&socketTimeout=600";
    }

    private static void prepare(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(folder);
            return;
        }
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_IN_FOLDER));
        Path database = folder.resolve(NAME + ".mv.db");
        if (!Files.exists(database)) {
            Files.createFile(database, PosixFilePermissions.asFileAttribute(OWNER));
        }
        Files.setPosixFilePermissions(database, OWNER);
    }

    private static Map<String, Object> at(String url) {
        return Map.of("spring.datasource.url", url, "spring.datasource.username", NAME);
    }
}
