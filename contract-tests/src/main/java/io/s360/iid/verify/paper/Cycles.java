package io.s360.iid.verify.paper;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Effect;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.Resource;
import io.s360.iid.contract.Standing;
import io.s360.iid.verify.cases.Case;
import io.s360.iid.verify.report.Verdict;
import java.util.List;
import java.util.stream.Stream;

/** Draws the life-cycles of a contract as moves between states, each with how often it was walked. */
final class Cycles {

    private final Contract contract;
    private final Verdict verdict;

    Cycles(Contract contract, Verdict verdict) {
        this.contract = contract;
        this.verdict = verdict;
    }

    /** Of every resource that has states. */
    List<Report.Cycle> all() {
        return contract.lifecycle().resources().values().stream()
                .filter(resource -> !resource.states().isEmpty())
                .map(this::cycle)
                .toList();
    }

    private Report.Cycle cycle(Resource resource) {
        String summary = contract.root()
                .get("x-lifecycle")
                .get(resource.name())
                .find("summary")
                .map(text -> text.text())
                .orElse("");
        List<Report.Move> moves =
                Stream.concat(called(resource), byItself(resource)).distinct().toList();
        return new Report.Cycle(resource.name(), summary, resource.states(), moves);
    }

    /** What requests bring about. */
    private Stream<Report.Move> called(Resource resource) {
        return contract.operations().stream()
                .flatMap(operation -> operation.decisions().stream()
                        .flatMap(decision -> decision.then().stream()
                                .filter(effect -> effect.resource().equals(resource.name()))
                                .map(effect -> move(resource, operation, decision, effect))));
    }

    private Report.Move move(Resource resource, Operation operation, Decision decision, Effect effect) {
        boolean isBirth = effect instanceof Effect.Create;
        boolean isEnd = effect instanceof Effect.End;
        return new Report.Move(
                isBirth ? null : resource.states().get(0),
                isEnd ? Standing.ENDED : resource.states().get(0),
                operation.id(),
                effect instanceof Effect.End end ? end.reason() : null,
                decision.place().toString(),
                walked(operation, decision));
    }

    private List<Integer> walked(Operation operation, Decision decision) {
        Case.Row row = new Case.Row(
                operation.id(), decision.answer().status(), decision.answer().name());
        return verdict.columns().stream()
                .map(column -> column.equals(Verdict.EXAMPLES)
                        ? 0
                        : verdict.cell(column, row).passed())
                .toList();
    }

    /** What comes about without a request: by time, and by the end of something else. */
    private Stream<Report.Move> byItself(Resource resource) {
        String place =
                contract.root().get("x-lifecycle").get(resource.name()).place().toString();
        String first = resource.states().get(0);
        Stream<Report.Move> byTime = resource.expires() == null
                ? Stream.of()
                : Stream.of(new Report.Move(first, Standing.ENDED, "", Resource.EXPIRED, place, List.of()));
        Stream<Report.Move> byOthers = resource.endsWith().entrySet().stream()
                .map(other ->
                        new Report.Move(first, Standing.ENDED, other.getKey(), other.getValue(), place, List.of()));
        return Stream.concat(byTime, byOthers);
    }
}
