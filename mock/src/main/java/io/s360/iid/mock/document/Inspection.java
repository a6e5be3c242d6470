package io.s360.iid.mock.document;

import io.s360.iid.mock.document.schema.Notes;
import java.util.List;

/** Tries every answer of every operation once, and tells what cannot be given. */
record Inspection(List<Operation> operations, Bodies bodies, Remarks remarks) {

    void run() {
        operations.parallelStream().forEach(this::inspect);
    }

    private void inspect(Operation operation) {
        Response usual = operation.usual().orElse(null);
        if (usual == null) {
            remarks.tell(operation.part().spot(), "the operation declares no answer", false, operation.name());
        }
        for (Response response : operation.responses()) {
            boolean isGiven = inspect(operation, response);
            if (!isGiven) {
                String what = "no body can be made for the answer " + response.key();
                remarks.tell(response.part().spot(), what, !response.equals(usual), operation.name());
            }
        }
    }

    /** Whether the answer can be given in one of its types. */
    private boolean inspect(Operation operation, Response response) {
        if (response.contents().isEmpty() || !Response.mayHaveBody(response.usualStatus())) {
            return true;
        }
        Notes notes = (spot, what) -> remarks.tell(spot, what, true, operation.name());
        String purpose = Answers.purpose(operation, response);
        boolean isGiven = false;
        for (Content content : response.contents()) {
            isGiven |= bodies.make(content, purpose, null, notes).isPresent();
        }
        return isGiven;
    }
}
