package io.s360.iid.verify.cases;

import io.s360.iid.contract.Operation;
import io.s360.iid.contract.Resource;
import io.s360.iid.contract.source.Clause;

/** Keys that lead to nothing. */
final class Keys {

    private Keys() {}

    /** A new key of the shape that the operation demands. */
    static String invented(Operation operation, Resource resource, Draws draws) {
        Clause schema = operation.requestSchema().get("properties").get(String.valueOf(resource.key()));
        boolean uuid = schema.find("format")
                .map(format -> format.text().equals("uuid"))
                .orElse(false);
        String random = draws.uuid().toString();
        return uuid ? random : "nobodys-" + random;
    }
}
