package io.s360.iid.verify.walk;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.Resource;
import io.s360.iid.contract.source.Clause;
import io.s360.iid.verify.cases.Requests;
import io.s360.iid.verify.exchange.Request;
import io.s360.iid.verify.walk.model.Call;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is sent for a call. */
final class Requested {

    private final Contract contract;
    private final Requests requests;

    /** @param seed what is left to chance is the same for the same seed */
    Requested(Contract contract, long seed) {
        this.contract = contract;
        this.requests = new Requests(contract, seed);
    }

    /** @param keys by kind */
    Request of(Call call, Map<String, String> keys) {
        ObjectNode body = requests.bodyOf(call.operation(), keys);
        listed(contract, call.operation()).map(body::get).ifPresent(list -> {
            ArrayNode items = (ArrayNode) list;
            var first = items.get(0);
            items.removeAll();
            for (int each = 0; each < call.items(); each++) {
                items.add(first);
            }
        });
        return requests.of(call.operation(), call.client(), keys).withBody(body.toString());
    }

    /** How many a call may list; 1 if it lists nothing. */
    static int mostItems(Contract contract, Operation operation) {
        return listed(contract, operation)
                .flatMap(member -> memberOf(operation, member))
                .flatMap(list -> list.find("maxItems"))
                .map(most -> most.value().intValue())
                .orElse(1);
    }

    /** A key of the right shape, another one for every two numbers: the version of a UUID goes between the bits of the first. */
    static String key(Contract contract, Resource kind, long one, long other) {
        long most = ((one & ~0xfffL) << 4) | 0x4000L | (one & 0xfffL);
        String uuid = new UUID(most, (other & ~(3L << 62)) | (1L << 63)).toString();
        boolean isUuid = contract.operations().stream()
                .flatMap(operation -> memberOf(operation, String.valueOf(kind.key())).stream())
                .anyMatch(member -> member.find("format")
                        .filter(format -> format.text().equals("uuid"))
                        .isPresent());
        return isUuid ? uuid : "walk-" + uuid;
    }

    private static Optional<Clause> memberOf(Operation operation, String name) {
        return operation.requestSchema().get("properties").find(name);
    }

    private static Optional<String> listed(Contract contract, Operation operation) {
        return contract.lifecycle().resources().values().stream()
                .map(Resource::listedIn)
                .filter(member -> member != null && memberOf(operation, member).isPresent())
                .map(String::valueOf)
                .findFirst();
    }
}
