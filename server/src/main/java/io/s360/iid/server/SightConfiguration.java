package io.s360.iid.server;

import com.zaxxer.hikari.HikariDataSource;
import io.s360.iid.contract.Contract;
import io.s360.iid.server.audit.Audit;
import io.s360.iid.server.audit.AuditFile;
import io.s360.iid.server.audit.AuditTrail;
import io.s360.iid.server.audit.Trespasses;
import io.s360.iid.server.metric.Metrics;
import io.s360.iid.server.metric.RequestMeters;
import io.s360.iid.server.session.SessionStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is logged, counted and written down. */
@Configuration(proxyBeanMethods = false)
class SightConfiguration {

    @Bean
    Metrics metrics(ObjectProvider<HikariDataSource> pools) {
        Metrics metrics = new Metrics();
        pools.forEach(metrics::watch);
        return metrics;
    }

    @Bean
    RequestMeters requestMeters(Metrics metrics) {
        return new RequestMeters(metrics.registry());
    }

    /** Made after its file, and so gone before it: nothing is written to a file that is closed. */
    @Bean
    Audit audit(ServerSettings settings, @Nullable AuditFile file) {
        return new Audit(settings.instance());
    }

    @Bean
    AuditTrail auditTrail(Contract contract, Audit audit) {
        return new AuditTrail(contract, audit);
    }

    @Bean
    Trespasses trespasses(Contract contract, Audit audit, SessionStore store, Metrics metrics) {
        return new Trespasses(contract, audit, store, metrics.registry());
    }

    @Bean
    @ConditionalOnText("s360.audit.file")
    AuditFile auditFile(ServerSettings settings) {
        Path file = Objects.requireNonNull(settings.audit().file());
        try {
            return AuditFile.open(file);
        } catch (IOException unwritable) {
            throw new StartRefused(
                    "The audit cannot be written to " + file + ": choose another s360.audit.file", unwritable);
        }
    }
}
