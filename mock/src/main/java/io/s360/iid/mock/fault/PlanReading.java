package io.s360.iid.mock.fault;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads plans of faults, from JSON and from headers. */
public final class PlanReading {

    private static final String BLANKS = "[ \\t]*+";
    private static final Pattern PART = Pattern.compile(
            BLANKS + "([A-Za-z0-9]++)" + BLANKS + "=" + BLANKS + "(?:\"([^\"]*+)\"|([^,\"]*+))" + BLANKS + "(?:,|$)");
    private static final String LATENCY = "latency";
    private static final String SECOND_OF_LATENCY = "p99";

    private @Nullable Latency latency;
    private @Nullable Breakage connection;
    private @Nullable String answer;
    private double rate = FaultPlan.none().rate();
    private long seed = FaultPlan.none().seed();

    private PlanReading() {}

    /**
     * From an object of its members.
     *
     * @throws UnusablePlan if it is none
     */
    public static FaultPlan of(JsonNode json) {
        PlanReading reading = new PlanReading();
        json.properties()
                .forEach(member ->
                        reading.take(member.getKey(), member.getValue().asString()));
        return reading.plan();
    }

    /**
     * From the values of all headers {@value FaultPlan#HEADER}: members with their values, separated by commas.
     *
     * @throws UnusablePlan if they are none
     */
    public static FaultPlan of(List<String> headers) {
        PlanReading reading = new PlanReading();
        membersIn(String.join(",", headers)).forEach(reading::take);
        return reading.plan();
    }

    private static Map<String, String> membersIn(String text) {
        Map<String, String> members = new LinkedHashMap<>();
        Matcher part = PART.matcher(text);
        int end = 0;
        while (end < text.length() && part.find(end) && part.start() == end) {
            String value = part.group(2) == null ? part.group(3).strip() : part.group(2);
            add(part.group(1), value, members);
            end = part.end();
        }
        if (end < text.length() || members.isEmpty()) {
            throw new UnusablePlan(FaultPlan.HEADER + " is no list such as latency=200ms, answer=503, rate=0.3");
        }
        return members;
    }

    /** The comma within a long tail ends nothing. */
    private static void add(String name, String value, Map<String, String> members) {
        String latency = members.get(LATENCY);
        if (name.equals(SECOND_OF_LATENCY) && latency != null && !latency.contains(",")) {
            members.put(LATENCY, latency + "," + name + "=" + value);
        } else if (members.put(name, value) != null) {
            throw new UnusablePlan(FaultPlan.HEADER + " has a member twice");
        }
    }

    private void take(String member, String value) {
        switch (member) {
            case LATENCY -> latency = Latency.parse(value);
            case "connection" ->
                connection = Breakage.of(value)
                        .orElseThrow(() -> new UnusablePlan("connection is none of "
                                + Arrays.stream(Breakage.values())
                                        .map(Breakage::key)
                                        .collect(Collectors.joining(", "))));
            case "answer" -> answer = value;
            case "rate" ->
                rate = number(value, text -> new BigDecimal(text).doubleValue(), "rate is no number from 0 to 1");
            case "seed" -> seed = number(value, Long::valueOf, "seed is no whole number");
            default ->
                throw new UnusablePlan("what can go wrong is told by latency, connection, answer, rate and seed only");
        }
    }

    private FaultPlan plan() {
        if (!(rate >= 0 && rate <= 1)) {
            throw new UnusablePlan("rate is no number from 0 to 1");
        }
        if (answer != null && answer.isEmpty()) {
            throw new UnusablePlan("answer is neither the name nor the status of an answer");
        }
        if (rate < 1 && connection == null && answer == null) {
            throw new UnusablePlan(
                    "rate is the share of requests that connection and answer hit, and there is neither");
        }
        return new FaultPlan(latency, connection, answer, rate, seed);
    }

    private static <T> T number(String text, Function<String, T> parsing, String otherwise) {
        try {
            return parsing.apply(text);
        } catch (NumberFormatException noNumber) {
            throw new UnusablePlan(otherwise);
        }
    }
}
