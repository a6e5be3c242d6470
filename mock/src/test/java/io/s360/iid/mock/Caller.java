package io.s360.iid.mock;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Operation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a mock as a client application does. */
final class Caller {

    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final MockServer mock;
    private final Contract contract;
    private final Demo.Client client;

    /** What came back. */
    record Answered(int status, HttpHeaders headers, String body) {

        JsonNode json() {
            return JSON.readTree(body);
        }

        /** The member {@code desc.code}; empty in a success. */
        String code() {
            return json().at("/desc/code").asString("");
        }

        JsonNode data() {
            return json().get("data");
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    Caller(MockServer mock, Contract contract, String clientId) {
        this.mock = mock;
        this.contract = contract;
        this.client = contract.demo().client(clientId).orElseThrow();
    }

    Caller as(String clientId) {
        return new Caller(mock, contract, clientId);
    }

    /** Calls an operation with a body of these members. */
    Answered call(String operation, Map<String, ?> body) {
        return call(operation, JSON.writeValueAsString(body));
    }

    Answered call(String operation, String body, String... moreHeaders) {
        Operation asked = contract.operation(operation);
        List<String> headers = new ArrayList<>(List.of(
                "Content-Type",
                "application/json",
                contract.headers().clientId(),
                client.id(),
                contract.headers().clientKey(),
                client.key()));
        headers.addAll(List.of(moreHeaders));
        return send(asked.method(), asked.path(), body, headers.toArray(String[]::new));
    }

    Answered send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(mock.baseUri() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    static Answered send(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            return new Answered(response.statusCode(), response.headers(), response.body());
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
