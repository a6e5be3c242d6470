package io.s360.iid.server.session.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.s360.iid.server.session.StoreUnavailable;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.UncategorizedSQLException;

class AttemptsTest {

    private final AtomicBoolean open = new AtomicBoolean(true);
    private final AtomicInteger times = new AtomicInteger();
    private final Attempts attempts = new Attempts(open::get);

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "90131"})
    void triesAgainWhatHasStoodInAnothersWay(String state) {
        String outcome = attempts.of(failing(3, state));

        assertThat(outcome).isEqualTo("done");
        assertThat(times).hasValue(4);
    }

    @Test
    void givesUpInTheEnd() {
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> attempts.of(failing(1000, "40P01")));

        assertThat(times).hasValueBetween(2, 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"57P01", "25006", "08006", "57014", "55P03", "HYT00", "42P01"})
    void triesNothingElseTwice(String state) {
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> attempts.of(failing(1, state)));

        assertThat(times).hasValue(1);
    }

    @Test
    void doesNotCallAContradictionAnOutage() {
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> attempts.of(() -> {
                    throw new DataIntegrityViolationException("twice");
                }));
    }

    @Test
    void asksNothingBeforeTheStoreIsOpen() {
        open.set(false);

        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> attempts.of(failing(0, "")));

        assertThat(times).hasValue(0);
    }

    private Supplier<String> failing(int often, String state) {
        return () -> {
            if (times.getAndIncrement() < often) {
                throw new UncategorizedSQLException("task", null, new SQLException("failed", state));
            }
            return "done";
        };
    }
}
