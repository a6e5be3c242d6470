package io.s360.iid.verify.walk;

import io.s360.iid.verify.cases.Aims;
import io.s360.iid.verify.cases.Case;
import io.s360.iid.verify.exchange.Exchange;
import io.s360.iid.verify.judge.Deviation;
import io.s360.iid.verify.judge.Judge;
import io.s360.iid.verify.walk.model.Call;
import io.s360.iid.verify.walk.model.Foretold;
import io.s360.iid.verify.walk.model.Foretold.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds answers against what the model has foretold, and against the contract's shapes. */
final class WalkJudge {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Judge judge;
    private final Set<String> approved = new HashSet<>();

    WalkJudge(Judge judge) {
        this.judge = judge;
    }

    /**
     * How an answer differs; nothing if it does not.
     *
     * @param keys of the resources by their number; takes in that of a new one
     */
    List<Deviation> deviations(Call call, Foretold foretold, Exchange exchange, Map<Integer, String> keys) {
        List<Deviation> found = new ArrayList<>(shape(call, foretold, exchange));
        JsonNode body = exchange.response().json();
        if (found.isEmpty() && body != null) {
            foretold.live().forEach((pointer, value) -> compare(pointer, value, body.at(pointer), call, keys, found));
        }
        return found;
    }

    /** An answer that differs from an approved one only in what is compared here anyway need not be judged again. */
    private List<Deviation> shape(Call call, Foretold foretold, Exchange exchange) {
        String likeness = call.operation().id() + foretold.place() + likeness(exchange, foretold);
        if (approved.contains(likeness)) {
            return List.of();
        }
        List<Deviation> found = judged(call, foretold, exchange);
        if (found.isEmpty()) {
            approved.add(likeness);
        }
        return found;
    }

    private static String likeness(Exchange exchange, Foretold foretold) {
        JsonNode body = exchange.response().json();
        if (body == null) {
            return String.valueOf(exchange.response().status());
        }
        for (String pointer : foretold.live().keySet()) {
            JsonPointer at = JsonPointer.compile(pointer);
            if (body.at(at.head()) instanceof ObjectNode object
                    && object.has(at.last().getMatchingProperty())) {
                JsonNode value = object.get(at.last().getMatchingProperty());
                boolean isId = value.isString() && ID.matcher(value.asString()).matches();
                boolean isCompared = !(foretold.live().get(pointer) instanceof Value.Anything);
                object.put(
                        at.last().getMatchingProperty(),
                        isId ? "an id" : isCompared ? "a " + value.getNodeType() : value.toString());
            }
        }
        return exchange.response().status() + " " + exchange.response().header("Content-Type") + body;
    }

    /** Several targets may be walked on at the same time, and few answers come so far. */
    private List<Deviation> judged(Call call, Foretold foretold, Exchange exchange) {
        synchronized (judge) {
            return judge.deviations(toCase(call, foretold), exchange);
        }
    }

    private static Case toCase(Call call, Foretold foretold) {
        return new Case(
                call.operation(),
                "walk",
                foretold.place(),
                foretold.answer(),
                foretold.decision(),
                null,
                Aims.NONE,
                Case.Provocation.NOTHING,
                stage -> {
                    throw new IllegalStateException("a step of a walk is not played alone");
                },
                Case.Aftermath.NONE);
    }

    private static void compare(
            String pointer, Value value, JsonNode got, Call call, Map<Integer, String> keys, List<Deviation> found) {
        if (value instanceof Value.Exactly exactly && !exactly.value().equals(got)) {
            found.add(new Deviation("body " + pointer, exactly.value().toString(), shown(got)));
        } else if (value instanceof Value.Nothing && !got.isMissingNode()) {
            found.add(new Deviation("body " + pointer, "no more of them", shown(got)));
        } else if (value instanceof Value.KeyOf key) {
            boolean isNew = key.number() == call.number();
            String known = isNew ? keys.putIfAbsent(key.number(), got.asString("")) : keys.get(key.number());
            if (known != null && !known.equals(got.asString(""))) {
                found.add(new Deviation("body " + pointer, known, shown(got)));
            }
        }
    }

    private static String shown(JsonNode got) {
        return got instanceof MissingNode ? "no such member" : got.toString();
    }
}
