package io.s360.iid.server.request;

import io.s360.iid.contract.request.RequestRules;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
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
                .orElseGet(() -> UUID.randomUUID().toString());
        response.setHeader(header, traceId);
        MDC.put(LOGGED_AS, traceId);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(LOGGED_AS);
        }
    }
}
