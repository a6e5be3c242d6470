package io.s360.iid.mock;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.source.Provenance;
import tools.jackson.databind.JsonNode;

/** What is said when a mock is ready: where it is, and a call to begin with. */
record Welcome(Contract contract, MockServer server, boolean isAdminOpen) {

    String text() {
        return """
                S360 mock on %s

                %s

                Contract: %s %s, %d operations. Any answer by name: -H 'Prefer: example=%s'
                Console:  %s/__console%s
                Stubs:    %s/mappings
                """.formatted(
                        server.baseUri(),
                        call(),
                        contract.root().place().file(),
                        contract.version(),
                        contract.operations().size(),
                        contract.unforeseen().name(),
                        server.baseUri(),
                        isAdminOpen ? "" : " (from this machine only, like the admin APIs)",
                        server.adminUri());
    }

    /** The documented operation, asked as its example asks. */
    private String call() {
        Operation operation = contract.operations().stream()
                .filter(candidate -> candidate.provenance() == Provenance.DOCUMENTED)
                .findFirst()
                .orElse(contract.operations().get(0));
        Demo.Client client = contract.demo().clients().stream()
                .filter(candidate -> candidate.enabled() && candidate.isGranted(operation.id()))
                .findFirst()
                .orElse(contract.demo().clients().get(0));
        JsonNode body = operation.requests().get(operation.success().name());
        return String.join(
                " \\\n",
                "curl -X " + operation.method() + " " + server.baseUri() + operation.path(),
                "  -H 'Content-Type: application/json'",
                "  -H '" + contract.headers().clientId() + ": " + client.id() + "'",
                "  -H '" + contract.headers().clientKey() + ": " + client.key() + "'",
                "  -d '" + String.valueOf(body).replace("'", "'\\''") + "'");
    }
}
