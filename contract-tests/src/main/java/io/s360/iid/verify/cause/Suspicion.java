package io.s360.iid.verify.cause;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Effect;
import io.s360.iid.contract.Given;
import io.s360.iid.contract.Resource;
import io.s360.iid.verify.exchange.Exchange;
import io.s360.iid.verify.exchange.Stage;
import io.s360.iid.verify.exchange.Step;
import io.s360.iid.verify.judge.Deviation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Which clauses may be to blame for what went wrong, and are spoken for by what went right. */
final class Suspicion {

    private final Contract contract;
    private final EffectSuspects effects;
    private final MemberSuspects members;
    private final HeaderSuspects headers;

    Suspicion(Contract contract) {
        this.contract = contract;
        this.effects = new EffectSuspects(contract);
        this.members = new MemberSuspects(effects);
        this.headers = new HeaderSuspects(contract);
    }

    /** @param before what came before the attempt, in the same case */
    List<Suspect> of(Attempt attempt, Aspect aspect, List<Step> before) {
        return switch (aspect.kind()) {
            case ANSWER -> {
                List<Suspect> suspects = new ArrayList<>(AnswerSuspects.of(attempt));
                Set<String> relied = reliedOn(attempt);
                before.stream()
                        .flatMap(step -> EffectSuspects.of(step.operation(), step.decision(), relied))
                        .forEach(suspects::add);
                limited(attempt).map(effects::limitOf).ifPresent(suspects::add);
                yield suspects;
            }
            case HEADER, SECRET -> headers.of(attempt, aspect);
            case MISSING, EXTRA, VALUE, OPINION -> {
                List<Suspect> suspects = new ArrayList<>(members.of(attempt, aspect));
                MemberSuspects.live(attempt, aspect).stream()
                        .flatMap(value -> before.stream()
                                .flatMap(step -> EffectSuspects.of(step.operation(), step.decision(), value)))
                        .forEach(suspects::add);
                yield suspects;
            }
        };
    }

    private Optional<Resource> limited(Attempt attempt) {
        return attempt.decision() != null && attempt.decision().given() instanceof Given.AtLimit full
                ? Optional.of(contract.lifecycle().resource(full.resource()))
                : Optional.empty();
    }

    /** The resources that a row speaks of, and those around them; none if it is to be unknown, which it may be for many a reason. */
    private Set<String> reliedOn(Attempt attempt) {
        Set<String> relied = new HashSet<>();
        if (attempt.decision() == null || attempt.decision().given() instanceof Given.Unknown) {
            return relied;
        }
        String name = attempt.decision().given().resource();
        while (name != null && relied.add(name)) {
            name = contract.lifecycle().resource(name).within();
        }
        return relied;
    }

    /** Who may be to blame if there could be too many of a resource, or too few. */
    List<Suspect> ofLimit(Resource resource, List<Step> steps) {
        List<Suspect> suspects = new ArrayList<>(List.of(effects.limitOf(resource)));
        steps.stream()
                .filter(step -> step.decision().given().equals(new Given.AtLimit(resource.name())))
                .map(Attempt::of)
                .flatMap(attempt -> AnswerSuspects.of(attempt).stream())
                .forEach(suspects::add);
        steps.stream()
                .flatMap(step -> EffectSuspects.of(
                        step.operation(),
                        step.decision(),
                        contract.lifecycle().resources().keySet()))
                .forEach(suspects::add);
        return suspects;
    }

    /** The resources of which an answer says, as it should not have, that there are enough. */
    List<Resource> limitsReached(Attempt attempt, Exchange exchange) {
        return attempt.operation().decisions().stream()
                .filter(row ->
                        row.given() instanceof Given.AtLimit && !row.answer().equals(attempt.expected()))
                .filter(row -> row.answer().status() == exchange.response().status())
                .filter(row -> row.answer().body().at("/desc/code").equals(refusal(exchange)))
                .map(row ->
                        contract.lifecycle().resource(String.valueOf(row.given().resource())))
                .toList();
    }

    /** Who may be to blame if a request that has to make something gives no key of it. */
    List<Suspect> ofKey(Step step) {
        Attempt attempt = Attempt.of(step);
        return step.decision().live().entrySet().stream()
                .filter(live -> attributeIsKey(live.getValue()))
                .map(live -> new Aspect(Aspect.Kind.MISSING, live.getKey()))
                .flatMap(aspect -> members.of(attempt, aspect).stream())
                .toList();
    }

    private boolean attributeIsKey(Decision.LiveValue value) {
        return value.attribute()
                .equals(contract.lifecycle().resource(value.resource()).key());
    }

    /** Who may be to blame if something is still there after it should have ended, by the name of the resource. */
    Map<String, List<Suspect>> ofEnd(Stage.Farewell end) {
        Map<String, List<Suspect>> blamed = new HashMap<>();
        end.decision().then().stream()
                .filter(Effect.End.class::isInstance)
                .forEach(effect -> blamed.put(
                        effect.resource(),
                        Stream.concat(
                                        EffectSuspects.ofEnds(end.operation(), end.decision()),
                                        AnswerSuspects.of(Attempt.of(end.operation(), end.decision())).stream())
                                .toList()));
        return blamed;
    }

    /** How a step that was not taken differs from what it was meant to be. */
    Deviation deviation(Step step) {
        return new Deviation(
                "status",
                String.valueOf(step.decision().answer().status()),
                step.exchange().response().status() + " "
                        + refusal(step.exchange()).asString(""));
    }

    private static JsonNode refusal(Exchange exchange) {
        JsonNode body = exchange.response().json();
        return body == null ? MissingNode.getInstance() : body.at("/desc/code");
    }
}
