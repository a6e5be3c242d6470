package io.s360.iid.verify.drift.proposal;

import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Given;
import io.s360.iid.contract.Operation;
import io.s360.iid.verify.drift.sight.Spot;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A row of a table of decisions for an answer of which nobody knows yet when it comes. */
final class StandInRow {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Operation operation;
    private final Spot table;
    private final String name;

    /** @param name of the answer */
    StandInRow(Operation operation, Spot table, String name) {
        this.operation = operation;
        this.table = table;
        this.name = name;
    }

    /**
     * Makes the first change of the table that the reader accepts.
     *
     * @param got the status, and the name of the refusal if it can be told
     * @return what was changed, in words
     * @throws NotProposed if the reader accepts none
     */
    String enter(Draft draft, String got) {
        List<Change> changes = Stream.of(ofSameName(got), splitting(), replacing())
                .flatMap(found -> found)
                .toList();
        for (Change change : changes) {
            Draft tried = draft.copy();
            change.apply(tried);
            if (isAccepted(tried)) {
                change.apply(draft);
                return change.words() + " A person has to say when it really comes";
            }
        }
        throw new NotProposed("no row of the decisions can give it without another answer losing its last one:"
                + " decide when it comes, and add a row for it");
    }

    private static boolean isAccepted(Draft draft) {
        try {
            draft.contract();
            return true;
        } catch (NotProposed refused) {
            return false;
        }
    }

    /** A change of the table of decisions, and what it does in words. */
    private record Change(String file, UnaryOperator<YamlFile> edit, String words) {
        void apply(Draft draft) {
            draft.edit(file, edit);
        }
    }

    /** The rows that now give a refusal of the same name with another status. */
    private Stream<Change> ofSameName(String got) {
        JsonNode code = JSON.stringNode(got.replaceFirst("^[0-9]+ ?", ""));
        return operation.decisions().stream()
                .filter(decision -> !code.asString().isEmpty())
                .filter(decision -> decision.answer().body().at("/desc/code").equals(code))
                .map(decision -> replacing(decision));
    }

    /** Where a row holds for several reasons, a row before it can take one of them. */
    private Stream<Change> splitting() {
        return operation.decisions().stream()
                .filter(decision -> decision.given() instanceof Given.InState state && state.reason() == null)
                .flatMap(decision -> operation.subjects().stream()
                        .filter(subject ->
                                subject.name().equals(decision.given().resource()))
                        .flatMap(subject -> subject.reasons().stream().sorted(Comparator.reverseOrder()))
                        .map(reason -> before(decision, decision.given() + " by " + reason)));
    }

    private Change before(Decision decision, String given) {
        JsonNode row = JSON.objectNode().put("given", given).put("answer", name).put("x-provenance", "assumed");
        return new Change(
                table.file(),
                file -> file.insert(table.pointer(), decision.row() - 1, row),
                "A row for '" + given + "' stands in for the situation.");
    }

    private Stream<Change> replacing() {
        return operation.decisions().stream()
                .sorted(Comparator.comparing(Decision::row).reversed())
                .filter(decision -> !decision.answer().isSuccess())
                .map(decision -> replacing(decision));
    }

    private Change replacing(Decision decision) {
        String pointer = table.pointer() + "/" + (decision.row() - 1) + "/answer";
        return new Change(
                table.file(),
                file -> file.set(pointer, JSON.stringNode(name)),
                "The row for '" + decision.given() + "' gives it in the place of "
                        + decision.answer().name() + ".");
    }
}
