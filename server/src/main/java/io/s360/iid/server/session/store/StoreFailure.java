package io.s360.iid.server.session.store;

import io.s360.iid.server.session.StoreUnavailable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;

/** What has kept the store from being opened. */
public final class StoreFailure {

    private static final String H2_IN_USE = "90020";
    /** H2 is in this process: what fails there fails again. Its own states have five digits, or begin like this. */
    private static final String H2_STATE = "90";
    /** Wrong user or password; no such database; no permission. */
    private static final Set<String> MENDED_BY_PEOPLE = Set.of("28000", "28P01", "3D000", "42501");

    private StoreFailure() {}

    /** One line that says the mend; empty if the failure has nothing to do with the store. */
    public static Optional<String> explain(Throwable failure) {
        List<String> states = states(failure).toList();
        if (states.contains(H2_IN_USE)) {
            return Optional.of("The data are in use by another process: stop it, or choose another folder with --data");
        }
        if (!states.isEmpty()) {
            return Optional.of("The store cannot be opened: check --data or spring.datasource.url and its credentials ("
                    + inOneLine(failure) + ")");
        }
        return causes(failure).anyMatch(FlywayException.class::isInstance)
                ? Optional.of("The tables of the store are not those of this version, or a migration of them has been"
                        + " broken off: see docs/store.md")
                : Optional.empty();
    }

    /** Whether time may help: the store could not be reached, or was too busy. */
    static boolean mayHeal(Throwable failure) {
        List<String> states = states(failure).toList();
        boolean ofStore = !states.isEmpty() || causes(failure).anyMatch(StoreUnavailable.class::isInstance);
        return ofStore
                && states.stream().noneMatch(state -> state.startsWith(H2_STATE) || MENDED_BY_PEOPLE.contains(state));
    }

    /** What failed in the end, without the statements and addresses that stand in longer messages. */
    static String inOneLine(Throwable failure) {
        List<Throwable> causes = causes(failure).toList();
        Throwable root = causes.get(causes.size() - 1);
        return root.getClass().getSimpleName()
                + states(failure).findFirst().map(state -> " " + state).orElse("");
    }

    private static Stream<String> states(Throwable failure) {
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .map(cause -> String.valueOf(cause.getSQLState()));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes.stream();
    }
}
