package io.s360.iid.contract.reading;

import io.s360.iid.contract.Effect;
import io.s360.iid.contract.Given;
import io.s360.iid.contract.Lifecycle;
import io.s360.iid.contract.Resource;
import io.s360.iid.contract.source.Clause;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the sentences in which conditions and effects are written. */
final class Sentences {

    private static final List<String> CONDITIONS = List.of(
            "<resource> unknown",
            "<resource> <STATE>",
            "<resource> <STATE> by <REASON>",
            "<resource> at limit",
            "client not granted");
    private static final List<String> EFFECTS = List.of(
            "create <resource>",
            "extend <resource>",
            "extend <resource> at most every <duration>",
            "end <resource> by <REASON>");

    private static final Pattern UNKNOWN = Pattern.compile("(\\w+) unknown");
    private static final Pattern AT_LIMIT = Pattern.compile("(\\w+) at limit");
    private static final Pattern IN_STATE = Pattern.compile("(\\w+) ([A-Z]+)(?: by ([A-Z_]+))?");
    private static final Pattern CREATE = Pattern.compile("create (\\w+)");
    private static final Pattern EXTEND = Pattern.compile("extend (\\w+)(?: at most every (PT[0-9]+[HMS]))?");
    private static final Pattern END = Pattern.compile("end (\\w+) by ([A-Z_]+)");

    private final Findings findings;
    private final Lifecycle lifecycle;
    private final String operation;

    Sentences(Findings findings, Lifecycle lifecycle, String operation) {
        this.findings = findings;
        this.lifecycle = lifecycle;
        this.operation = operation;
    }

    /** The condition; empty if it cannot be read, which has then been found. */
    Optional<Given> given(Clause clause) {
        if (clause.text().equals("client not granted")) {
            return Optional.of(new Given.NotGranted());
        }
        Optional<MatchResult> unknown = match(UNKNOWN, clause);
        if (unknown.isPresent()) {
            return resource(clause, unknown.get().group(1)).map(found -> new Given.Unknown(found.name()));
        }
        Optional<MatchResult> atLimit = match(AT_LIMIT, clause);
        if (atLimit.isPresent()) {
            return resource(clause, atLimit.get().group(1)).map(found -> atLimit(clause, found));
        }
        Optional<MatchResult> inState = match(IN_STATE, clause);
        if (inState.isPresent()) {
            MatchResult match = inState.get();
            return resource(clause, match.group(1))
                    .map(found -> inState(clause, found, match.group(2), match.group(3)));
        }
        add(clause, "the condition '" + clause.text() + "' is none of " + CONDITIONS);
        return Optional.empty();
    }

    private Given atLimit(Clause clause, Resource resource) {
        if (!resource.isLimited()) {
            add(clause, "the life-cycle gives " + resource.name() + " no limit");
        }
        return new Given.AtLimit(resource.name());
    }

    private Given inState(Clause clause, Resource resource, String state, @Nullable String reason) {
        if (!resource.states().contains(state)) {
            add(clause, resource.name() + " has no state " + state);
        }
        checkReason(clause, resource, reason);
        return new Given.InState(resource.name(), state, reason);
    }

    /** The effect; empty if it cannot be read, which has then been found. */
    Optional<Effect> effect(Clause clause) {
        Optional<MatchResult> create = match(CREATE, clause);
        if (create.isPresent()) {
            return resource(clause, create.get().group(1)).map(found -> new Effect.Create(found.name()));
        }
        Optional<MatchResult> extend = match(EXTEND, clause);
        if (extend.isPresent()) {
            String every = extend.get().group(2);
            return resource(clause, extend.get().group(1))
                    .map(found -> new Effect.Extend(found.name(), every == null ? null : Duration.parse(every)));
        }
        Optional<MatchResult> end = match(END, clause);
        if (end.isPresent()) {
            return resource(clause, end.get().group(1))
                    .map(found -> end(clause, found, end.get().group(2)));
        }
        add(clause, "the effect '" + clause.text() + "' is none of " + EFFECTS);
        return Optional.empty();
    }

    private Effect end(Clause clause, Resource resource, String reason) {
        checkReason(clause, resource, reason);
        return new Effect.End(resource.name(), reason);
    }

    private void checkReason(Clause clause, Resource resource, @Nullable String reason) {
        if (reason != null && !resource.reasons().contains(reason)) {
            add(clause, resource.name() + " never ends by " + reason);
        }
    }

    /** The resource of a name; empty if the life-cycle has none, which has then been found. */
    Optional<Resource> resource(Clause clause, String name) {
        Optional<Resource> resource = Optional.ofNullable(lifecycle.resources().get(name));
        if (resource.isEmpty()) {
            add(clause, "the life-cycle has no resource " + name);
        }
        return resource;
    }

    private static Optional<MatchResult> match(Pattern pattern, Clause clause) {
        Matcher matcher = pattern.matcher(clause.text());
        return matcher.matches() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    private void add(Clause clause, String problem) {
        findings.add(clause.place(), operation, problem);
    }
}
