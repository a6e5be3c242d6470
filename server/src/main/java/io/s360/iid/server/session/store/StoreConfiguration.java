package io.s360.iid.server.session.store;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The store, once its tables are what this version expects. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    JdbcSessionStore jdbcSessionStore(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, FlywayMigrationInitializer migrated) {
        return new JdbcSessionStore(jdbc, new TransactionTemplate(transactions));
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
