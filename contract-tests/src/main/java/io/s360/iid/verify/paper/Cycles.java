package io.s360.iid.verify.paper;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Effect;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.Resource;
import io.s360.iid.contract.Standing;
import io.s360.iid.verify.cases.Case;
import io.s360.iid.verify.report.Verdict;
import io.s360.iid.verify.walk.WalkReport;
import io.s360.iid.verify.walk.model.Move;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws the life-cycles of a contract as moves between states, each with how often cases and walks have seen it. */
final class Cycles {

    private final Contract contract;
    private final Verdict verdict;
    private final List<WalkReport> walks;

    /** @param walks one for each target; none if nobody walked */
    Cycles(Contract contract, Verdict verdict, List<WalkReport> walks) {
        this.contract = contract;
        this.verdict = verdict;
        this.walks = List.copyOf(walks);
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
        String reason = effect instanceof Effect.End end ? end.reason() : null;
        String first = resource.states().get(0);
        Move walk = new Move(
                resource.name(),
                isBirth ? Move.NOTHING : Standing.ACTIVE,
                standing(reason).toString(),
                operation.id());
        Case.Row row = new Case.Row(
                operation.id(), decision.answer().status(), decision.answer().name());
        return new Report.Move(
                isBirth ? null : first,
                isEnd ? Standing.ENDED : first,
                operation.id(),
                reason,
                decision.place().toString(),
                inEachColumn(column -> verdict.cell(column, row).passed() + walked(column, walk)));
    }

    private static Standing standing(@Nullable String reason) {
        return reason == null ? Standing.active() : Standing.endedBy(reason);
    }

    /** The examples are of no session. */
    private List<Integer> inEachColumn(ToIntFunction<String> count) {
        return verdict.columns().stream()
                .map(column -> column.equals(Verdict.EXAMPLES) ? 0 : count.applyAsInt(column))
                .toList();
    }

    private int walked(String column, Move move) {
        return walks.stream()
                .filter(walk -> walk.target().equals(column))
                .mapToInt(walk -> walk.trodden().moves().getOrDefault(move, 0))
                .sum();
    }

    /** What comes about without a request: by time, and by the end of something else. */
    private Stream<Report.Move> byItself(Resource resource) {
        Stream<Report.Move> byTime = resource.expires() == null
                ? Stream.of()
                : Stream.of(byItself(resource, "", Resource.EXPIRED, Move.TIME));
        Stream<Report.Move> byOthers = resource.endsWith().entrySet().stream()
                .map(other -> byItself(resource, other.getKey(), other.getValue(), Move.OTHERS));
        return Stream.concat(byTime, byOthers);
    }

    private Report.Move byItself(Resource resource, String by, String reason, String mover) {
        Move walk = new Move(resource.name(), Standing.ACTIVE, standing(reason).toString(), mover);
        return new Report.Move(
                resource.states().get(0),
                Standing.ENDED,
                by,
                reason,
                contract.root().get("x-lifecycle").get(resource.name()).place().toString(),
                walks.stream().anyMatch(WalkReport::isTimed)
                        ? inEachColumn(column -> walked(column, walk))
                        : List.of());
    }
}
