package io.s360.iid.contract;

import io.s360.iid.contract.source.Clause;
import java.util.List;
import java.util.Optional;

/**
 * One contract, read and found consistent.
 *
 * @param version the document's own version
 * @param operations in the order of the document
 * @param checks what every request passes before a decision, in their order
 * @param unforeseen the answer to a fault that nobody expected
 * @param unavailable the answer while what stands behind the operations cannot be reached
 * @param root the document itself
 */
public record Contract(
        String version,
        List<Operation> operations,
        RequestHeaders headers,
        List<Check> checks,
        Answer unforeseen,
        Answer unavailable,
        Lifecycle lifecycle,
        Demo demo,
        Clause root) {

    public Contract {
        operations = IndexedOperations.of(operations);
        checks = List.copyOf(checks);
    }

    /**
     * The operation of this id.
     *
     * @throws IllegalArgumentException if the contract has none
     */
    public Operation operation(String id) {
        return IndexedOperations.of(operations)
                .withId(id)
                .orElseThrow(() -> new IllegalArgumentException("The contract has no operation " + id));
    }

    /** The operations of a path, as it stands in a request target; none if the path is not in the contract. */
    public List<Operation> operationsAt(String path) {
        return IndexedOperations.of(operations).at(path);
    }

    /** The operation that a request calls; empty if the contract has none of this method at this path. */
    public Optional<Operation> find(String method, String path) {
        return operationsAt(path).stream()
                .filter(operation -> operation.method().equals(method))
                .findFirst();
    }

    /** The check of a kind; empty if the contract does not demand it. */
    public Optional<Check> check(Check.Kind kind) {
        return checks.stream().filter(check -> check.kind() == kind).findFirst();
    }
}
