package io.s360.iid.mock.catalogue;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Operation;
import java.util.List;

/**
 * An answer of an operation.
 *
 * @param ways one of each kind, in the order of the kinds
 */
public record Entry(Operation operation, Answer answer, List<Way> ways) {

    public Entry {
        ways = List.copyOf(ways);
    }

    /** The way of a kind. */
    public Way way(Way.By by) {
        return ways.stream().filter(way -> way.by() == by).findFirst().orElseThrow();
    }
}
