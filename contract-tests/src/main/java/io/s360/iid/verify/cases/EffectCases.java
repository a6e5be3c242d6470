package io.s360.iid.verify.cases;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Effect;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.Resource;
import io.s360.iid.contract.Situation;
import io.s360.iid.contract.Standing;
import io.s360.iid.verify.clause.TermIds;
import io.s360.iid.verify.exchange.Exchange;
import io.s360.iid.verify.exchange.Request;
import io.s360.iid.verify.exchange.Stage;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** For each effect of each row, what an operation that changes nothing tells of it; and of such an operation, that it tells the same twice. */
final class EffectCases {

    private final Contract contract;
    private final Requests requests;
    private final Scenes scenes;
    private final Stagehand stagehand;

    EffectCases(Contract contract, Cast cast, Draws draws) {
        this.contract = contract;
        this.requests = new Requests(contract, draws);
        this.scenes = new Scenes(contract, cast, draws);
        this.stagehand = new Stagehand(contract, draws);
    }

    Stream<Case> of(Operation operation) {
        Situation active = situation(operation, null, Standing.active());
        Decision decision = operation.decide(active);
        return scenes.of(operation, active).stream().limit(1).flatMap(scene -> {
            Acted acted = new Acted(operation, decision, scene);
            return decision.then().isEmpty()
                    ? Stream.of(told(acted, operation, active, Aims.NONE, "asked again, with nothing changed"))
                    : decision.then().stream().flatMap(effect -> observed(acted, effect));
        });
    }

    /** An operation that has been called, and the row that has decided it. */
    private record Acted(Operation operation, Decision decision, Scenes.Scene scene) {}

    private static Situation situation(Operation operation, @Nullable String name, Standing standing) {
        Map<String, Standing> standings = operation.subjects().stream()
                .map(Resource::name)
                .collect(Collectors.toMap(
                        subject -> subject, subject -> subject.equals(name) ? standing : Standing.active()));
        return new Situation(true, standings, Set.of());
    }

    private Stream<Case> observed(Acted acted, Effect effect) {
        Aims aims = Aims.satisfying(TermIds.ofEffect(acted.operation(), acted.decision(), effect));
        Standing then = effect instanceof Effect.End end ? Standing.endedBy(end.reason()) : Standing.active();
        return reader(acted, effect).stream()
                .map(reader -> told(
                        acted,
                        reader,
                        situation(reader, effect.resource(), then),
                        aims,
                        "after " + acted.operation().id() + ", which is to " + effect));
    }

    /** Who tells of the effect: what changes nothing, and tells most of the resource; of what has no key, the next of its kind. */
    private Optional<Operation> reader(Acted acted, Effect effect) {
        if (contract.lifecycle().resource(effect.resource()).key() == null) {
            return Optional.of(acted.operation());
        }
        return contract.operations().stream()
                .filter(operation -> operation.decisions().stream()
                        .allMatch(decision -> decision.then().isEmpty()))
                .filter(operation -> acted.scene().client().isGranted(operation.id()))
                .filter(operation -> told(operation, effect) > 0)
                .max(Comparator.comparingLong(operation -> told(operation, effect)));
    }

    /** How much an operation tells of the resource; nothing of an extension unless it tells that there was one. */
    private static long told(Operation operation, Effect effect) {
        boolean isSubject =
                operation.subjects().stream().anyMatch(subject -> subject.name().equals(effect.resource()));
        if (!isSubject) {
            return 0;
        }
        var live = operation.decide(situation(operation, null, Standing.active())).live().values().stream()
                .filter(value -> value.resource().equals(effect.resource()))
                .map(Decision.LiveValue::attribute)
                .toList();
        return effect instanceof Effect.Extend && !live.contains("lastExtendedAt") ? 0 : live.size();
    }

    private Case told(Acted acted, Operation reader, Situation situation, Aims aims, String clause) {
        Decision decision = reader.decide(situation);
        Demo.Client client = acted.scene().client();
        return new Case(
                reader,
                clause + " (" + acted.decision() + ")",
                acted.decision().place(),
                decision.answer(),
                decision,
                null,
                aims,
                Case.Provocation.NOTHING,
                stage -> act(stage, acted, reader),
                stagehand.tidyingUp(reader, decision, client));
    }

    private Request act(Stage stage, Acted acted, Operation reader) {
        Demo.Client client = acted.scene().client();
        Map<String, String> keys = new HashMap<>(acted.scene().arrange().apply(stage));
        Exchange exchange = stage.send(requests.of(acted.operation(), client, keys));
        int status = exchange.response().status();
        if (status != acted.decision().answer().status()) {
            throw new NotArranged(acted.operation().id() + " did not do what it is to do but answered " + status);
        }
        Stagehand.Way way = new Stagehand.Way(acted.operation(), acted.decision());
        acted.decision().then().stream()
                .filter(Effect.Create.class::isInstance)
                .map(effect -> contract.lifecycle().resource(effect.resource()))
                .filter(resource -> resource.key() != null)
                .forEach(made -> keys.put(
                        made.name(),
                        stagehand
                                .takeNote(stage, exchange, way, made, client)
                                .orElseThrow(() -> new NotArranged("no key of the new " + made.name() + " came"))));
        return requests.of(reader, client, keys);
    }
}
