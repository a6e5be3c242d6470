package io.s360.iid.server.request;

import io.s360.iid.contract.request.ClientGate;
import io.s360.iid.contract.request.RequestRules;
import io.s360.iid.contract.request.Verdict;
import io.s360.iid.contract.schema.Violation;
import io.s360.iid.server.client.Call;
import io.s360.iid.server.client.KeyGuesses;
import io.s360.iid.server.refusal.EnvelopeWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets only requests through that keep the contract, and lets no failure out but by the contract's envelope. */
final class ContractFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(ContractFilter.class);

    private final RequestRules rules;
    private final ClientGate gate;
    private final KeyGuesses guesses;
    private final EnvelopeWriter refusals;

    ContractFilter(RequestRules rules, ClientGate gate, KeyGuesses guesses, EnvelopeWriter refusals) {
        this.rules = rules;
        this.gate = gate;
        this.guesses = guesses;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            judge(request, response, chain);
        } catch (ServletException | RuntimeException failure) {
            refusals.write(request, response, failure);
        }
    }

    private void judge(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Verdict verdict = rules.judge(new ServletCall(request), guesses.guard(gate, request.getRemoteAddr()));
        if (verdict instanceof Verdict.Accepted accepted) {
            new Call(accepted.clientId(), accepted.operation(), accepted.body()).attachTo(request);
            chain.doFilter(request, response);
        } else if (verdict instanceof Verdict.Refused refused) {
            LOG.debug("Refused because of {}", keysOf(refused));
            refusals.write(request, response, refused);
        }
    }

    /** Where a violation is can be a name that the caller has made up. */
    private static List<String> keysOf(Verdict.Refused refused) {
        return refused.violations().stream().map(Violation::key).toList();
    }
}
