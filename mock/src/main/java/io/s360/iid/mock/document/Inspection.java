package io.s360.iid.mock.document;

import io.s360.iid.mock.document.schema.Direction;
import io.s360.iid.mock.document.schema.Notes;
import io.s360.iid.mock.document.source.Part;
import java.util.List;

/** Tries every answer and every request body of every operation once, and tells what cannot be given or sent. */
record Inspection(List<Operation> operations, Bodies bodies, Trials trials, Remarks remarks) {

    void run() {
        operations.parallelStream().forEach(this::inspect);
    }

    private void inspect(Operation operation) {
        Response usual = operation.usual().orElse(null);
        if (usual == null) {
            remarks.tell(operation.part().spot(), "the operation declares no answer", false, operation.name());
        }
        for (Part schema : operation.rules().bodySchemas()) {
            if (!trials.isGood(schema, Direction.REQUEST, notesFor(operation))) {
                remarks.tell(
                        schema.spot(), "no request body keeps the schema, so all are refused", true, operation.name());
            }
        }
        for (Response response : operation.responses()) {
            boolean isGiven = inspect(operation, response);
            if (!isGiven) {
                String what = "no body can be made for the answer " + response.key();
                remarks.tell(response.part().spot(), what, !response.equals(usual), operation.name());
            }
        }
    }

    private Notes notesFor(Operation operation) {
        return (spot, what) -> remarks.tell(spot, what, true, operation.name());
    }

    /** Whether the answer can be given in one of its types. */
    private boolean inspect(Operation operation, Response response) {
        if (response.contents().isEmpty() || !Response.mayHaveBody(response.usualStatus())) {
            return true;
        }
        boolean isGiven = false;
        for (Content content : response.contents()) {
            isGiven |= bodies.isGood(content, notesFor(operation));
        }
        return isGiven;
    }
}
