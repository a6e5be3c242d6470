package io.s360.iid.verify.drift;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Effect;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.reading.ContractReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Comparator;

/** Somebody who uses an address as the first client of the demo would. */
final class Caller {

    static final Contract CONTRACT = ContractReader.readBundled();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;

    Caller(URI base) {
        this.base = base;
    }

    HttpResponse<String> post(String operation, String body) {
        Operation asked = CONTRACT.operation(operation);
        return send(to(asked.path()).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder to(String target) {
        Demo.Client demo = CONTRACT.demo().clients().get(0);
        return HttpRequest.newBuilder(URI.create(base + target))
                .header(CONTRACT.headers().clientId(), demo.id())
                .header(CONTRACT.headers().clientKey(), demo.key())
                .header("Content-Type", "application/json");
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Every example of a request of every operation; what ends something last. */
    void sendAllExamples() {
        CONTRACT.operations().stream()
                .sorted(Comparator.comparing(Caller::isAnEnd))
                .forEach(operation ->
                        operation.requests().values().forEach(body -> post(operation.id(), body.toString())));
    }

    private static boolean isAnEnd(Operation operation) {
        return operation.decisions().stream()
                .flatMap(decision -> decision.then().stream())
                .anyMatch(Effect.End.class::isInstance);
    }
}
