package io.s360.iid.server.request;

import io.s360.iid.contract.request.RequestRules;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request a name that stands in its answer and in every line logged for it. */
final class TraceFilter extends OncePerRequestFilter {

    private static final String LOGGED_AS = "traceId";

    private final RequestRules rules;
    private final String header;

    TraceFilter(RequestRules rules, String header) {
        this.rules = rules;
        this.header = header;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String traceId = rules.traceId(new ServletCall(request))
                .orElseGet(() -> newTraceId().toString());
        response.setHeader(header, traceId);
        MDC.put(LOGGED_AS, traceId);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(LOGGED_AS);
        }
    }

    /** Of version 4. No secret, so that nobody needs to wait for the random numbers that are. */
    private static UUID newTraceId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long most = (random.nextLong() & ~0xF000L) | 0x4000L;
        long least = (random.nextLong() & ~(3L << 62)) | (1L << 63);
        return new UUID(most, least);
    }
}
