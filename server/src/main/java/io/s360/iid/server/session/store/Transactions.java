package io.s360.iid.server.session.store;

import io.s360.iid.server.session.StoreUnavailable;
import java.sql.SQLException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** Work in the database: whole or not at all, again where two have stood in each other's way, and its failures named. */
final class Transactions {

    private static final int ATTEMPTS = 3;
    private static final String ROLLED_BACK = "40";

    private final TransactionOperations transactions;

    Transactions(TransactionOperations transactions) {
        this.transactions = transactions;
    }

    /** Several statements in one transaction; none has happened if the outcome does not satisfy. */
    <T> T allOrNone(Supplier<T> work, Predicate<T> satisfies) {
        return one(() -> transactions.<T>execute(status -> {
            T outcome = work.get();
            if (!satisfies.test(outcome)) {
                status.setRollbackOnly();
            }
            return outcome;
        }));
    }

    /** A single statement, or several that are one transaction already. */
    <T> T one(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (DataIntegrityViolationException broken) {
                throw broken;
            } catch (DataAccessException | TransactionException failure) {
                if (attempt == ATTEMPTS || !isVictim(failure)) {
                    throw new StoreUnavailable("The store has failed", failure);
                }
            }
        }
    }

    /** Whether the database has given this transaction up for the sake of another. */
    private static boolean isVictim(Throwable failure) {
        return NestedExceptionUtils.getRootCause(failure) instanceof SQLException cause
                && String.valueOf(cause.getSQLState()).startsWith(ROLLED_BACK);
    }
}
