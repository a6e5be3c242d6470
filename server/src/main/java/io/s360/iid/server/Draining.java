package io.s360.iid.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The time between the order to stop and the end of serving. The server says already that it is not ready, and still
 * answers; each answer ends its connection, so that those that balancers keep run dry.
 */
final class Draining extends OncePerRequestFilter implements SmartLifecycle {

    private final Duration lasts;
    private volatile boolean running;
    private volatile boolean draining;

    Draining(Duration lasts) {
        this.lasts = lasts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (draining) {
            response.setHeader("Connection", "close");
        }
        chain.doFilter(request, response);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        draining = true;
        try {
            Thread.sleep(lasts.toMillis());
        } catch (InterruptedException stopAtOnce) {
            Thread.currentThread().interrupt();
        } finally {
            running = false;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops first of all. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
