package io.s360.iid.verify.clause;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Effect;
import io.s360.iid.contract.Operation;

/** How terms are called. */
public final class TermIds {

    private static final String GIVEN = "/given ";

    private TermIds() {}

    /** The terms of an operation's requests begin so. */
    public static String ofRequest(Operation operation, String what) {
        return operation.id() + "/request/" + what;
    }

    /** The terms of an operation's responses of a status begin so. */
    public static String ofResponse(Operation operation, int status, String what) {
        return operation.id() + "/" + status + what;
    }

    /** What a named answer says. */
    public static String ofAnswer(Operation operation, Answer answer) {
        return ofResponse(operation, answer.status(), "/answer#" + answer.name());
    }

    /** That a row gives its answer. */
    public static String ofRow(Operation operation, Decision decision) {
        return pathOf(operation, decision) + "#answer";
    }

    /** That a row does something. */
    public static String ofEffect(Operation operation, Decision decision, Effect effect) {
        return pathOf(operation, decision) + "#then:" + effect;
    }

    /** That a member of a row's answer is live. */
    public static String ofLive(Operation operation, Decision decision, String pointer) {
        return pathOf(operation, decision) + "#live:" + pointer;
    }

    /** A number of the life-cycle, or what ends with what. */
    public static String ofLifecycle(String resource, String rule) {
        return "lifecycle/" + resource + "#" + rule;
    }

    /** Whether a term is about a row: its answer, an effect, or a live value. */
    public static boolean isOfDecision(String id) {
        return id.contains(GIVEN);
    }

    /** Whether a term is about what a row does. */
    public static boolean isOfEffect(String id) {
        return isOfDecision(id) && id.contains("#then:");
    }

    static String pathOf(Operation operation, Decision decision) {
        return operation.id() + GIVEN + decision.given();
    }
}
