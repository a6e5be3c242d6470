package io.s360.iid.verify.walk;

import io.s360.iid.contract.Resource;
import io.s360.iid.verify.exchange.Exchange;
import io.s360.iid.verify.report.Curl;
import io.s360.iid.verify.walk.Walk.Step;
import io.s360.iid.verify.walk.model.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Tells a walk: in words, and as lines for a shell. */
final class WalkScript {

    private WalkScript() {}

    /** One line for each step. */
    static List<String> words(Walk walk) {
        return walk.steps().stream().map(step -> words(walk, step)).toList();
    }

    private static String words(Walk walk, Step step) {
        StringBuilder text = new StringBuilder(step.pause().isZero() ? "" : "after " + shown(step.pause()) + ": ");
        Walk.End end = step.end();
        if (end != null) {
            return text + "the " + named(walk, end.kind(), end.subject()) + " is ended from outside by " + end.reason();
        }
        Call call = Objects.requireNonNull(step.call());
        text.append(call.client().id())
                .append(" calls ")
                .append(call.operation().id());
        for (Resource subject : call.operation().subjects()) {
            text.append(subject.within() == null ? " with " : ", ")
                    .append(named(walk, subject, call.subjects().getOrDefault(subject.name(), 0)));
        }
        return text + (call.items() > 1 ? ", " + call.items() + " items" : "");
    }

    private static String named(Walk walk, Resource kind, int number) {
        for (int at = 0; at < walk.steps().size(); at++) {
            if (walk.steps().get(at).number() == number) {
                return kind.name() + " of step " + (at + 1);
            }
        }
        List<Integer> openings = walk.openings().stream()
                .filter(opening -> opening.kind().equals(kind))
                .map(Walk.Opening::number)
                .toList();
        int at = openings.indexOf(number);
        return at < 0 ? "an unknown " + kind.name() : kind.name() + " " + (char) ('A' + at);
    }

    private static String shown(Duration pause) {
        return pause.toString().replaceFirst("^PT", "").toLowerCase(java.util.Locale.ROOT);
    }

    /** What was really done; only the last answer is shown. */
    static List<String> shell(List<Player.Told> told, Curl curl) {
        List<Exchange> exchanges = told.stream()
                .map(Player.Told::exchange)
                .filter(Objects::nonNull)
                .toList();
        List<String> commands = curl.commands(exchanges);
        List<String> lines = new ArrayList<>();
        int next = 0;
        for (Player.Told each : told) {
            lines.add(each.exchange() == null ? String.valueOf(each.line()) : commands.get(next++));
        }
        return lines;
    }
}
