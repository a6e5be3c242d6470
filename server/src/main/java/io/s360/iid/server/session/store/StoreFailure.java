package io.s360.iid.server.session.store;

import java.sql.SQLException;
import java.util.Optional;

/** What has kept the store from being opened. */
public final class StoreFailure {

    private static final int IN_USE = 90020;

    private StoreFailure() {}

    /** One line that says the mend; empty if the failure has nothing to do with the store. */
    public static Optional<String> explain(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(
                        sql.getErrorCode() == IN_USE
                                ? "The data are in use by another process: stop it, or choose another folder with --data"
                                : "The store cannot be opened: check --data or spring.datasource.url and its credentials");
            }
        }
        return Optional.empty();
    }
}
