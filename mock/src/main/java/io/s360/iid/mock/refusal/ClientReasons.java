package io.s360.iid.mock.refusal;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Demo;
import io.s360.iid.contract.request.IncomingRequest;
import io.s360.iid.contract.schema.Violation;
import io.s360.iid.contract.source.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which client was not let in, and why. A server keeps that to itself; whoever uses a mock may know, for its clients and their
 * keys stand in the contract.
 */
final class ClientReasons {

    private static final List<String> ELSEWHERE = List.of("Authorization", "Proxy-Authorization", "Cookie");

    private final Contract contract;
    private final String idHeader;
    private final String keyHeader;

    ClientReasons(Contract contract) {
        this.contract = contract;
        this.idHeader = contract.headers().clientId();
        this.keyHeader = contract.headers().clientKey();
    }

    /** The same as the violation says, as precisely as the demo data allow. */
    Reason of(Violation violation, IncomingRequest request) {
        List<String> ids = request.headers(idHeader);
        List<String> keys = request.headers(keyHeader);
        if (ids.isEmpty()
                || keys.isEmpty()
                || ids.get(0).isEmpty()
                || keys.get(0).isEmpty()) {
            return missing(violation, request);
        }
        return contract.demo()
                .client(ids.get(0))
                .map(client -> known(violation, client, keys.get(0)))
                .orElseGet(() -> unknown(violation, ids.get(0)));
    }

    private Reason missing(Violation violation, IncomingRequest request) {
        boolean isEmpty = !request.headers(violation.where()).isEmpty();
        String also = ELSEWHERE.stream()
                .filter(name -> !request.headers(name).isEmpty())
                .map(name -> "; " + name + " is not looked at")
                .collect(Collectors.joining());
        String message = isEmpty ? "the header is empty" : "the header is missing";
        return reason(
                violation, violation.where(), message + also, violation.expected(), isEmpty ? "empty text" : "nothing");
    }

    private Reason unknown(Violation violation, String id) {
        List<Demo.Client> clients = contract.demo().clients();
        String closest = Likeness.closest(id, clients.stream().map(Demo.Client::id))
                .map(like -> "; the closest is " + like)
                .orElse("");
        String expected = clients.stream()
                .filter(Demo.Client::enabled)
                .map(Demo.Client::id)
                .collect(Collectors.joining(", ", "one of ", ""));
        boolean isKey = clients.stream().anyMatch(client -> client.key().equals(id));
        String message = isKey ? "this is a client's key, not its id" : "no client has this id" + closest;
        return reason(violation, idHeader, message, expected, Evidence.text(id));
    }

    private Reason known(Violation violation, Demo.Client client, String key) {
        Place place = placeOf(client);
        if (!client.enabled() && client.key().equals(key)) {
            return reason(
                    violation,
                    idHeader,
                    "the client is disabled",
                    "an enabled client",
                    client.id() + " (" + place + ")");
        }
        Optional<String> owner = contract.demo().clients().stream()
                .filter(other -> other.key().equals(key))
                .map(Demo.Client::id)
                .findFirst();
        String message = "the key is not that of " + client.id()
                + owner.map(id -> ", but that of " + id).orElse("")
                + (client.enabled() ? "" : ", which is disabled");
        return reason(
                violation, keyHeader, message, "the key of " + client.id() + " (" + place + ")", Evidence.text(key));
    }

    private Place placeOf(Demo.Client client) {
        int index = contract.demo().clients().indexOf(client);
        return contract.root().placeOf("/x-demo/clients/" + index + "/key");
    }

    private static Reason reason(Violation violation, String where, String message, String expected, String got) {
        return new Reason(where, violation.key(), message, expected, got, violation.rule());
    }
}
