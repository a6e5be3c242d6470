package io.s360.iid.verify.walk.model;

import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Operation;
import java.util.Map;

/**
 * A client calls an operation.
 *
 * @param number by which later calls name what this one creates
 * @param subjects the numbers of the resources whose keys it sends, by kind; of none such if nothing has this number
 * @param items how many it lists, where it lists any
 */
public record Call(int number, Operation operation, Demo.Client client, Map<String, Integer> subjects, int items) {

    public Call {
        subjects = Map.copyOf(subjects);
    }
}
