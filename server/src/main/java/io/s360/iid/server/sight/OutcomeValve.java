package io.s360.iid.server.sight;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import org.apache.catalina.AccessLog;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Where the container tells of each request once, also of one that it could not read. */
final class OutcomeValve extends ValveBase implements AccessLog {

    private static final Logger LOG = LoggerFactory.getLogger(OutcomeValve.class);

    private static final String LOGGED_AS = "traceId";

    private final Outcomes outcomes;
    private final List<Observer> observers;

    OutcomeValve(Outcomes outcomes, List<Observer> observers) {
        super(true);
        this.outcomes = outcomes;
        this.observers = List.copyOf(observers);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
    }

    /** Whoever fails to look has no say in what is answered. */
    @Override
    public void log(Request request, Response response, long nanoseconds) {
        try {
            Outcome outcome = outcomes.of(request, response, nanoseconds);
            MDC.put(LOGGED_AS, outcome.traceId());
            observers.forEach(observer -> observer.isOver(outcome));
        } catch (RuntimeException unforeseen) {
            LOG.error("A request could not be told of", unforeseen);
        } finally {
            MDC.remove(LOGGED_AS);
        }
    }

    @Override
    public void setRequestAttributesEnabled(boolean enabled) {
        // The address of the caller is the one that the request says.
    }

    @Override
    public boolean getRequestAttributesEnabled() {
        return false;
    }
}
