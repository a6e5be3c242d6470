package io.s360.iid.mock.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s360.iid.mock.Contracts;
import io.s360.iid.mock.MovableClock;
import io.s360.iid.mock.answer.ContractServed;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantsTest {

    private static final ContractServed SERVED =
            new ContractServed(Contracts.sample(), () -> URI.create("http://localhost"));

    private final MovableClock clock = new MovableClock();
    private final List<String> forgotten = new ArrayList<>();
    private final Tenants tenants = new Tenants(SERVED, clock, name -> UUID::randomUUID, forgotten::add);

    @Test
    void makesATenantByItsFirstUseAndKeepsIt() {
        Tenant made = tenants.use("a");

        assertThat(tenants.use("a")).isSameAs(made);
        assertThat(tenants.use("A")).isNotSameAs(made);
    }

    @Test
    void forgetsATenantAfterADayWithoutUse() {
        Tenant made = tenants.use("a");
        clock.advance("PT23H");
        assertThat(tenants.use("a")).isSameAs(made);

        clock.advance("PT24H");
        assertThat(tenants.use("a")).isSameAs(made);
        clock.advance("PT24H0.001S");

        assertThat(tenants.use("a")).isNotSameAs(made);
        assertThat(forgotten).containsExactly("a");
    }

    @Test
    void clearsAwayWhatIsForgottenWhenItMakesAnother() {
        tenants.use("a");
        clock.advance("PT25H");

        tenants.use("b");

        assertThat(tenants.all()).extracting(Tenant::name).containsExactly("b");
    }

    @Test
    void neverForgetsTheTenantOfThoseWhoNameNone() {
        Tenant made = tenants.use(Tenant.DEFAULT);
        clock.advance("PT999H");
        tenants.use("a");

        assertThat(tenants.use(Tenant.DEFAULT)).isSameAs(made);
    }

    @Test
    void countsADayByTheMachineAndNotByTheTenantsClock() {
        Tenant made = tenants.use("a");

        made.clock().advance(Duration.ofDays(100));

        assertThat(tenants.use("a")).isSameAs(made);
    }

    @Test
    void letsTheLongestUnusedGoWhenThereAreTooMany() {
        Tenant standing = tenants.use(Tenant.DEFAULT);
        for (int i = 0; i < Tenants.MOST + 10; i++) {
            clock.advance("PT1S");
            tenants.use("t" + i);
            tenants.use("t0");
        }

        assertThat(tenants.all()).hasSize(Tenants.MOST);
        assertThat(forgotten).hasSize(11).doesNotContain("t0", Tenant.DEFAULT).startsWith("t1", "t2");
        assertThat(tenants.use(Tenant.DEFAULT)).isSameAs(standing);
    }

    @Test
    void makesATenantForEachUseOfNewAndKeepsNone() {
        Tenant made = tenants.use(Tenants.NEW);

        assertThat(tenants.use(Tenants.NEW)).isNotSameAs(made);
        assertThat(tenants.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "a b", "a/b", "a,b", "ä", "a\n", "%61"})
    void hasNoTenantOfSuchAName(String name) {
        assertThat(Tenants.isName(name)).isFalse();
        assertThatThrownBy(() -> tenants.use(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesNamesOfUpTo64Characters() {
        assertThat(Tenants.isName("x".repeat(64))).isTrue();
        assertThat(Tenants.isName("x".repeat(65))).isFalse();
        assertThat(Tenants.isName("...")).isTrue();
    }

    @Test
    void setsAClockAndLetsItGoOnFromThere() {
        TenantClock own = tenants.use("a").clock();
        Instant then = Instant.parse("2030-01-01T00:00:00Z");

        own.change(then, true);
        clock.advance("PT1H");
        assertThat(own.instant()).isEqualTo(then);
        own.advance(Duration.ofMinutes(16));
        own.resume();
        clock.advance("PT1M");

        assertThat(own.instant()).isEqualTo(then.plus(Duration.ofMinutes(17)));
        assertThat(own.isFrozen()).isFalse();
        own.reset();
        assertThat(own.instant()).isEqualTo(clock.instant());
    }

    @Test
    void refusesTimesInWhichNoMockCanLive() {
        TenantClock own = tenants.use("a").clock();

        assertThatThrownBy(() -> own.set(Instant.parse("1969-12-31T23:59:59Z"))).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> own.advance(Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(DateTimeException.class);

        assertThat(own.instant()).isEqualTo(clock.instant());
    }
}
