package io.s360.iid.mock.http;

import io.s360.iid.mock.answer.Answered;
import io.s360.iid.mock.answer.Reply;
import io.s360.iid.mock.fault.FaultPlan;
import io.s360.iid.mock.fault.Mishap;
import io.s360.iid.mock.fault.PlanReading;
import io.s360.iid.mock.refusal.Account;
import io.s360.iid.mock.refusal.Reason;
import io.s360.iid.mock.tenant.Reception;
import io.s360.iid.mock.tenant.Tenant;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.server.Request;

/**
 * What goes wrong with requests on purpose, and what is told about it.
 *
 * @param isOn whether anything may
 */
record Troubles(boolean isOn) {

    private static final String OFF = "faults are off; start with --faults";
    private static final String RULE = "fault";
    private static final int LONGEST_REASON = 900;

    /**
     * What goes wrong with a request: what it asks for itself, otherwise what its tenant has planned.
     *
     * @throws io.s360.iid.mock.fault.UnusablePlan if it asks for what is no plan
     */
    Mishap of(RawRequest raw, Tenant tenant, HttpServletResponse response) {
        List<String> own = raw.headers(FaultPlan.HEADER);
        if (isOn) {
            return own.isEmpty() ? tenant.faults().next() : tenant.faults().next(PlanReading.of(own));
        }
        if (!own.isEmpty()) {
            response.setHeader(Answered.REASON, OFF);
        }
        return Mishap.none();
    }

    /** The same reception, which tells of a wait. */
    Reception telling(Reception reception, Visit visit) {
        return visit.mishap().delay().isZero()
                ? reception
                : reception.remarking(
                        reason(visit, "waited " + visit.mishap().delay().toMillis() + " ms on purpose"));
    }

    /** Breaks the connection, if that is what goes wrong; says whether it did. */
    boolean hasBroken(Visit visit, Reception reception, Request jetty) throws IOException {
        if (visit.mishap().connection() == null) {
            return false;
        }
        Reason reason =
                reason(visit, "connection " + visit.mishap().connection().key() + " on purpose");
        Account account = new Account(Account.Kind.FAULTED, null, null, List.of(reason), null);
        Answered nothing = new Answered(new Reply(0, Map.of(), ""), account, "", null);
        reception.note(visit.raw(), visit.tenant(), nothing, false);
        BrokenConnection.breakIt(visit.mishap().connection(), jetty, visit.raw());
        return true;
    }

    /** The answer that a request gets in place of its own; empty if it gets its own. */
    Optional<Answered> answer(Visit visit, HttpServletResponse response) {
        String wanted = visit.mishap().answer();
        if (wanted == null) {
            return Optional.empty();
        }
        Optional<Answered> failed = visit.tenant().fail(visit.raw(), wanted, reason(visit, "answered so on purpose"));
        return failed.isPresent() ? failed : otherwise(visit, response);
    }

    /** A request that asks for an answer which it cannot have is refused; one that a plan has hit by chance is told so. */
    private static Optional<Answered> otherwise(Visit visit, HttpServletResponse response) {
        List<String> known = visit.tenant().answersTo(visit.raw());
        if (known.isEmpty()) {
            return Optional.empty();
        }
        String sentence = "no fault has such an answer here; the operation has " + String.join(", ", known);
        if (isAsked(visit)) {
            return Optional.of(visit.tenant().refuse(visit.raw(), reason(visit, cut(sentence))));
        }
        response.setHeader(Answered.REASON, cut(sentence));
        return Optional.empty();
    }

    private static Reason reason(Visit visit, String message) {
        return new Reason(isAsked(visit) ? FaultPlan.HEADER : "", RULE, message, null, null, null);
    }

    private static boolean isAsked(Visit visit) {
        return !visit.raw().headers(FaultPlan.HEADER).isEmpty();
    }

    private static String cut(String sentence) {
        return sentence.length() <= LONGEST_REASON ? sentence : sentence.substring(0, LONGEST_REASON) + "...";
    }
}
