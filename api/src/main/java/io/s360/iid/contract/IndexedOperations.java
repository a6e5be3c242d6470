package io.s360.iid.contract;

import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Operations in the order of the document, found by path and by id at a cost that does not grow with their number. */
final class IndexedOperations extends AbstractList<Operation> implements RandomAccess {

    private final List<Operation> inOrder;
    private final Map<String, List<Operation>> byPath;
    private final Map<String, Operation> byId;

    private IndexedOperations(List<Operation> operations) {
        this.inOrder = List.copyOf(operations);
        this.byPath = inOrder.stream().collect(Collectors.groupingBy(Operation::path, Collectors.toUnmodifiableList()));
        this.byId = inOrder.stream().collect(Collectors.toMap(Operation::id, Function.identity()));
    }

    static IndexedOperations of(List<Operation> operations) {
        return operations instanceof IndexedOperations indexed ? indexed : new IndexedOperations(operations);
    }

    List<Operation> at(String path) {
        return byPath.getOrDefault(path, List.of());
    }

    Optional<Operation> withId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public Operation get(int index) {
        return inOrder.get(index);
    }

    @Override
    public int size() {
        return inOrder.size();
    }
}
