package io.s360.iid.server;

import io.s360.iid.server.session.DisabledClients;
import io.s360.iid.server.session.StoreUnavailable;
import java.time.Duration;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Learns which clients have been disabled through other instances, so that they are out within a second. It has a thread
 * of its own: a sweep may take minutes, and what Spring schedules ends before the server has stopped to serve.
 */
final class Learning implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Learning.class);

    private final DisabledClients disabled;
    private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();

    Learning(DisabledClients disabled, Duration every) {
        this.disabled = disabled;
        scheduler.setThreadNamePrefix("learning-");
        scheduler.setDaemon(true);
        // Nobody interrupts whoever asks the store: an embedded one would take that for the end of its file.
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.initialize();
        Future<?> unused = scheduler.scheduleWithFixedDelay(this::learn, every);
    }

    /** What fails is done the next time. */
    private void learn() {
        try {
            disabled.reload();
        } catch (StoreUnavailable later) {
            LOG.debug("Disabled clients could not be learnt", later);
        }
    }

    @Override
    public void close() {
        scheduler.shutdown();
    }
}
