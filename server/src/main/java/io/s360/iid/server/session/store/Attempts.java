package io.s360.iid.server.session.store;

import io.s360.iid.server.session.StoreUnavailable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/** Work in the database: again where two have stood in each other's way, and its failures named. */
final class Attempts {

    private static final int MOST = 8;
    private static final long PATIENCE = Duration.ofSeconds(2).toNanos();
    /** Serialization failures and deadlocks, by the standard. */
    private static final String ROLLED_BACK = "40";
    /** H2 has seen that a row was changed at the same time. */
    private static final Set<String> CONFLICTS = Set.of("90131");

    private final BooleanSupplier open;

    /** @param open whether the store is what this version expects; nobody is asked before that */
    Attempts(BooleanSupplier open) {
        this.open = open;
    }

    /** Does what is one transaction: a single statement, or a script. */
    <T> T of(Supplier<T> work) {
        if (!open.getAsBoolean()) {
            throw new StoreUnavailable("The store has not been opened yet", null);
        }
        long start = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (DataIntegrityViolationException broken) {
                throw broken;
            } catch (DataAccessException | TransactionException failure) {
                boolean inTime = attempt < MOST && System.nanoTime() - start < PATIENCE;
                if (!inTime || !isVictim(failure)) {
                    throw new StoreUnavailable("The store has failed", failure);
                }
                stepAside(attempt);
            }
        }
    }

    /** So that the same two do not meet again at once. */
    private static void stepAside(int attempt) {
        long most = TimeUnit.MILLISECONDS.toNanos(2L << attempt);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most));
    }

    /** Whether the database has given this transaction up for the sake of another. */
    private static boolean isVictim(Throwable failure) {
        if (NestedExceptionUtils.getRootCause(failure) instanceof SQLException cause) {
            String state = String.valueOf(cause.getSQLState());
            return state.startsWith(ROLLED_BACK) || CONFLICTS.contains(state);
        }
        return false;
    }
}
