package io.s360.iid.server.session.store;

import java.time.InstantSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The store: which database, and whose time. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    /** A store that may be shared takes the time of its database, unless somebody has given a clock of their own. */
    @Bean
    JdbcSessionStore jdbcSessionStore(
            JdbcTemplate jdbc,
            InstantSource clock,
            StoreOpening opening,
            @Value("${spring.datasource.url}") String url) {
        boolean shared = StoreLocation.isShared(url);
        return new JdbcSessionStore(Database.of(jdbc, time(clock, shared), shared), opening::isOpen);
    }

    private static StoreClock time(InstantSource clock, boolean shared) {
        if (!clock.equals(InstantSource.system())) {
            return StoreClock.ofProcess(clock);
        }
        return shared
                ? StoreClock.ofDatabase()
                : StoreClock.ofProcess(new SteadyClock(clock, System::nanoTime, Sleep::nanos));
    }

    @Bean
    StoreOpening storeOpening(Flyway flyway) {
        return new StoreOpening(flyway);
    }

    /** Not while Spring starts: a store that is down then is waited for. */
    @Bean
    FlywayMigrationStrategy migrationLater() {
        return flyway -> {};
    }

    /** A database in memory would outlive its server; without the delay it ends with the last connection. */
    @Bean
    DisposableBean endOfMemory(JdbcTemplate jdbc, @Value("${spring.datasource.url}") String url) {
        return () -> {
            if (url.startsWith(StoreLocation.IN_MEMORY)) {
                jdbc.execute("set db_close_delay 0");
            }
        };
    }
}
