package io.s360.iid.mock.fault;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is to go wrong.
 *
 * @param latency how long each answer waits; null if none does
 * @param connection what happens to a connection in place of an answer; null if nothing does
 * @param answer name or status of the answer that requests get whose connection holds; null if they get their own
 * @param rate the share of requests that connection and answer hit, from 0 to 1
 * @param seed which requests are hit, and how long each waits
 */
public record FaultPlan(
        @Nullable Latency latency,
        @Nullable Breakage connection,
        @Nullable String answer,
        double rate,
        long seed) {

    /** The header with which one request asks for faults of its own. */
    public static final String HEADER = "X-Mock-Fault";

    private static final FaultPlan NONE = new FaultPlan(null, null, null, 1, 1);

    /** Nothing goes wrong. */
    public static FaultPlan none() {
        return NONE;
    }

    /**
     * As in the header: its members separated by commas, such as {@code latency=200ms, answer=503, rate=0.3, seed=7}.
     *
     * @throws UnusablePlan if the text is none
     */
    public static FaultPlan of(String text) {
        return PlanReading.of(List.of(text));
    }

    public boolean isNone() {
        return latency == null && connection == null && answer == null;
    }

    /** As it is read again. Only what differs from nothing going wrong. */
    public JsonNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (latency != null) {
            json.put("latency", latency.text());
        }
        if (connection != null) {
            json.put("connection", connection.key());
        }
        if (answer != null) {
            json.put("answer", answer);
        }
        if (rate != NONE.rate) {
            json.put("rate", rate);
        }
        return seed == NONE.seed ? json : json.put("seed", seed);
    }
}
