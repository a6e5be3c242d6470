package io.s360.iid.verify.drift.proposal;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Operation;
import io.s360.iid.verify.drift.sight.Evidence;
import io.s360.iid.verify.drift.sight.Observed;
import io.s360.iid.verify.drift.sight.Spot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        Optional<String> unseen = unseenSuccess(seen);
        if (unseen.isPresent()) {
            String before = unseen.get();
            draft.edit(responses.file(), file -> file.rename(responses.pointer(), before, String.valueOf(status)));
            return "the status " + before + ", which was not seen, renamed to " + status;
        }
        String name = Examples.nameOf(observed, operation);
        JsonNode body = Examples.bodyLike(operation, observed, status);
        String file = Examples.write(draft, "examples/" + operation.id() + "-" + name, body);
        addResponse(draft, name, file);
        String table = responses.pointer().replaceFirst("/responses$", "/x-decisions");
        String row = new StandInRow(operation, new Spot(responses.file(), table), name)
                .enter(draft, observed.first().got());
        return "the status " + status + " declared with the answer " + name + " (" + file + "). " + row;
    }

    /** The only success that is declared, if another was seen in its place and looks like it. */
    private Optional<String> unseenSuccess(Set<Integer> seen) {
        List<Integer> successes = operation.answers().values().stream()
                .filter(Answer::isSuccess)
                .map(Answer::status)
                .distinct()
                .toList();
        boolean isLike = status < 300 && !evidence.schemaReferences().isEmpty();
        return isLike && successes.size() == 1 && !seen.contains(successes.get(0))
                ? Optional.of(String.valueOf(successes.get(0)))
                : Optional.empty();
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
}
