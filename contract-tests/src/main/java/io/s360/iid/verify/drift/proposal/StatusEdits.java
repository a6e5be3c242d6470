package io.s360.iid.verify.drift.proposal;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Operation;
import io.s360.iid.verify.drift.sight.Evidence;
import io.s360.iid.verify.drift.sight.Observed;
import io.s360.iid.verify.drift.sight.Spot;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Declares a status: an example, a response, and a row of the decisions that gives it, without which the document is refused. */
final class StatusEdits {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Observed observed;
    private final Operation operation;
    private final int status;
    private final Evidence evidence;
    private final Spot responses;

    StatusEdits(Observed observed, Operation operation) {
        this.observed = observed;
        this.operation = operation;
        this.status = observed.first().status();
        this.evidence = observed.evidence();
        this.responses = observed.cause().spot();
    }

    /**
     * Declares it.
     *
     * @param seen the statuses that the operation has given
     */
    String declare(Draft draft, Set<Integer> seen) {
        if (status < 200 || evidence.shape().types().isEmpty()) {
            throw new NotProposed("the dialect of the contract wants a JSON body in every answer, and none was seen");
        }
        List<Integer> successes = operation.answers().values().stream()
                .filter(Answer::isSuccess)
                .map(Answer::status)
                .distinct()
                .toList();
        if (status < 300
                && successes.size() == 1
                && !seen.contains(successes.get(0))
                && !evidence.schemaReferences().isEmpty()) {
            String before = String.valueOf(successes.get(0));
            draft.edit(responses.file(), file -> file.rename(responses.pointer(), before, String.valueOf(status)));
            draft.contract();
            return "the status " + before + ", which was not seen, renamed to " + status;
        }
        String name = Examples.nameOf(observed, operation);
        JsonNode body = Examples.bodyLike(operation, observed, status);
        String file = Examples.write(draft, "examples/" + operation.id() + "-" + name, body);
        addResponse(draft, name, file);
        String row = decide(draft, name);
        return "the status " + status + " declared with the answer " + name + " (" + file + "). " + row;
    }

    private void addResponse(Draft draft, String name, String file) {
        ObjectNode response = JSON.objectNode().put("description", SchemaEdits.SEEN);
        response.put("x-provenance", "assumed");
        ObjectNode headers = response.putObject("headers");
        evidence.headerReferences().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(
                        header -> headers.set(header.getKey(), JSON.objectNode().put("$ref", header.getValue())));
        evidence.headers()
                .forEach((header, shape) -> headers.set(
                        HeaderEdits.spelled(header),
                        HeaderEdits.declare(draft, responses.file(), HeaderEdits.spelled(header), shape, observed)));
        ObjectNode media = response.putObject("content").putObject("application/json");
        media.set("schema", schema());
        media.putObject("examples").set(name, Examples.reference(file));
        String next = Values.at(draft, responses).propertyNames().stream()
                .filter(other -> Integer.parseInt(other) > status)
                .findFirst()
                .orElse("");
        draft.edit(
                responses.file(),
                text -> next.isEmpty()
                        ? text.add(responses.pointer(), String.valueOf(status), response)
                        : text.addBefore(responses.pointer(), next, String.valueOf(status), response));
    }

    private JsonNode schema() {
        return operation.answers().values().stream()
                .filter(answer -> answer.isSuccess() == status < 300)
                .map(answer -> "#" + answer.schema().pointer())
                .filter(evidence.schemaReferences()::contains)
                .findFirst()
                .<JsonNode>map(reference -> JSON.objectNode().put("$ref", reference))
                .orElseGet(() -> ShapeSchema.of(evidence.shape()));
    }

    /** Finds a row for the answer: the first change of the table that the reader accepts. */
    private String decide(Draft draft, String name) {
        String table = responses.pointer().replaceFirst("/responses$", "/x-decisions");
        List<Change> changes = Stream.of(ofSameName(name, table), splitting(name, table), replacing(name, table))
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
        throw new NotProposed(
                "no row of the decisions can give it without another answer losing its last one: decide when " + status
                        + " comes, and add a row for it");
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
    private record Change(String file, java.util.function.UnaryOperator<YamlFile> edit, String words) {
        void apply(Draft draft) {
            draft.edit(file, edit);
        }
    }

    /** The rows that now give a refusal of the same name with another status. */
    private Stream<Change> ofSameName(String name, String table) {
        JsonNode code = JSON.stringNode(observed.first().got().replaceFirst("^[0-9]+ ?", ""));
        return operation.decisions().stream()
                .filter(decision -> !code.asString().isEmpty())
                .filter(decision -> decision.answer().body().at("/desc/code").equals(code))
                .map(decision -> replacing(decision, name, table));
    }

    /** Where a row holds for several reasons, a row before it can take one of them. */
    private Stream<Change> splitting(String name, String table) {
        return operation.decisions().stream()
                .filter(decision ->
                        decision.given() instanceof io.s360.iid.contract.Given.InState state && state.reason() == null)
                .flatMap(decision -> operation.subjects().stream()
                        .filter(subject ->
                                subject.name().equals(decision.given().resource()))
                        .flatMap(subject -> subject.reasons().stream()
                                .sorted(java.util.Comparator.reverseOrder())
                                .map(reason -> decision.given() + " by " + reason))
                        .map(given -> {
                            JsonNode row = JSON.objectNode()
                                    .put("given", given)
                                    .put("answer", name)
                                    .put("x-provenance", "assumed");
                            return new Change(
                                    responses.file(),
                                    file -> file.insert(table, decision.row() - 1, row),
                                    "A row for '" + given + "' stands in for the situation.");
                        }));
    }

    private Stream<Change> replacing(String name, String table) {
        return operation.decisions().stream()
                .sorted(java.util.Comparator.comparing(Decision::row).reversed())
                .filter(decision -> !decision.answer().isSuccess())
                .map(decision -> replacing(decision, name, table));
    }

    private Change replacing(Decision decision, String name, String table) {
        String pointer = table + "/" + (decision.row() - 1) + "/answer";
        return new Change(
                responses.file(),
                file -> file.set(pointer, JSON.stringNode(name)),
                "The row for '" + decision.given() + "' gives it in the place of "
                        + decision.answer().name() + ".");
    }
}
