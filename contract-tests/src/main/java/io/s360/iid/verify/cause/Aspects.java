package io.s360.iid.verify.cause;

import io.s360.iid.contract.source.Clause;
import io.s360.iid.contract.source.Pointers;
import io.s360.iid.verify.cause.Aspect.Kind;
import io.s360.iid.verify.exchange.Exchange;
import io.s360.iid.verify.judge.Deviation;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Which aspects an answer has, and to which of them a deviation belongs. */
final class Aspects {

    private static final String BODY = "body";
    private static final String HEADER = "header ";

    private Aspects() {}

    /** Everything that could be wrong with an answer, and is not if nobody says so. */
    static Set<Aspect> of(Attempt attempt, Exchange exchange) {
        Set<Aspect> aspects = new HashSet<>();
        aspects.add(Aspect.ANSWER);
        attempt.expected().headers().keySet().forEach(name -> aspects.add(new Aspect(Kind.HEADER, name)));
        if (!exchange.request().method().equals("HEAD")) {
            aspects.add(new Aspect(Kind.HEADER, "Content-Type"));
            aspects.add(new Aspect(Kind.OPINION, ""));
            aspects.add(new Aspect(Kind.VALUE, ""));
            addMembers("", attempt.expected().body(), aspects);
        }
        return aspects;
    }

    private static void addMembers(String pointer, JsonNode shown, Set<Aspect> aspects) {
        if (shown.isObject()) {
            aspects.add(new Aspect(Kind.EXTRA, pointer));
            shown.properties().forEach(member -> {
                String at = Pointers.child(pointer, member.getKey());
                aspects.add(new Aspect(Kind.MISSING, at));
                aspects.add(new Aspect(Kind.VALUE, at));
                addMembers(at, member.getValue(), aspects);
            });
        }
        if (shown.isArray() && !shown.isEmpty()) {
            addMembers(pointer + "/*", shown.get(0), aspects);
        }
    }

    /** The aspects that deviate, each with the first deviation that shows it. */
    static Map<Aspect, Deviation> deviating(Attempt attempt, Exchange exchange, List<Deviation> deviations) {
        Map<Aspect, Deviation> found = new LinkedHashMap<>();
        deviations.forEach(deviation -> found.putIfAbsent(of(deviation, attempt, exchange), deviation));
        return found;
    }

    private static Aspect of(Deviation deviation, Attempt attempt, Exchange exchange) {
        String name = deviation.aspect();
        if (name.startsWith(HEADER)) {
            return new Aspect(Kind.HEADER, name.substring(HEADER.length()));
        }
        if (name.equals(BODY) || name.startsWith(BODY + " ")) {
            return ofMember(name.substring(BODY.length()).strip(), attempt, exchange);
        }
        return switch (name) {
            case "status", "answer", "situation" -> Aspect.ANSWER;
            case "secrets" -> new Aspect(Kind.SECRET, "");
            default -> new Aspect(Kind.OPINION, "");
        };
    }

    private static Aspect ofMember(String pointer, Attempt attempt, Exchange exchange) {
        String general = pointer.replaceAll("/[0-9]+(?=/|$)", "/*");
        JsonNode body = exchange.response().json();
        if (body == null || pointer.isEmpty()) {
            return new Aspect(Kind.VALUE, general);
        }
        String parent = general.substring(0, Math.max(0, general.lastIndexOf('/')));
        if (body.at(pointer).isMissingNode()) {
            return new Aspect(Kind.MISSING, general);
        }
        Clause around = MemberSuspects.schemaAt(attempt.expected().schema(), parent);
        String last = Pointers.unescape(general.substring(general.lastIndexOf('/') + 1));
        boolean declared = last.equals("*")
                || around.find("properties")
                        .map(members -> members.value().has(last))
                        .orElse(true);
        return declared ? new Aspect(Kind.VALUE, general) : new Aspect(Kind.EXTRA, parent);
    }
}
