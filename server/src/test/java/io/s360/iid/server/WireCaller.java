package io.s360.iid.server;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.reading.ContractReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client application that calls a server over the wire. */
final class WireCaller {

    static final Contract CONTRACT = ContractReader.readBundled();
    static final String DEMO_TOKEN = "demo-session-token";

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI server;
    private final Map<String, String> headers;

    private WireCaller(URI server, Map<String, String> headers) {
        this.server = server;
        this.headers = headers;
    }

    /** What came back. */
    record Answer(int status, Map<String, String> headers, String text) {

        JsonNode json() {
            return JSON.readTree(text);
        }

        /** The name of a refusal; {@code null} as text in a success. */
        String code() {
            return json().at("/desc/code").asString();
        }

        String text(String pointer) {
            return json().at(pointer).asString();
        }
    }

    static WireCaller of(S360Server server, String clientId) {
        return of(server.baseUri(), clientId);
    }

    static WireCaller of(URI server, String clientId) {
        String key = CONTRACT.demo().client(clientId).orElseThrow().key();
        return new WireCaller(
                server, Map.of("X-IID-CLIENT-ID", clientId, "X-IID-API-KEY", key, "Content-Type", "application/json"));
    }

    static WireCaller tibco(S360Server server) {
        return of(server, "TIBCO_CONSUMER");
    }

    static WireCaller operator(S360Server server, String key) {
        URI management =
                URI.create("http://localhost:" + server.managementPort().orElseThrow());
        return new WireCaller(management, Map.of("Authorization", "Bearer " + key));
    }

    WireCaller with(String header, String value) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.put(header, value);
        return new WireCaller(server, changed);
    }

    WireCaller without(String header) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.remove(header);
        return new WireCaller(server, changed);
    }

    Answer call(String operationId, Object body) {
        return post(CONTRACT.operation(operationId).path(), JSON.writeValueAsString(body));
    }

    Answer call(String operationId, String token, String sessionId) {
        return call(operationId, Map.of("sessionToken", token, "sessionId", sessionId));
    }

    String open(String token) {
        return call("CreateChildSession", Map.of("sessionToken", token)).text("/data/sessionId");
    }

    Answer postObject(String path, Object body) {
        return post(path, JSON.writeValueAsString(body));
    }

    Answer post(String path, String body) {
        return post(path, body.getBytes(StandardCharsets.UTF_8));
    }

    Answer post(String path, byte[] body) {
        return send("POST", path, BodyPublishers.ofByteArray(body), UnaryOperator.identity());
    }

    Answer send(String method, String path) {
        return send(method, path, BodyPublishers.noBody(), UnaryOperator.identity());
    }

    Answer send(String method, String path, BodyPublisher body, UnaryOperator<HttpRequest.Builder> change) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).method(method, body);
        headers.forEach(request::header);
        try {
            HttpResponse<String> response =
                    HTTP.send(change.apply(request).build(), HttpResponse.BodyHandlers.ofString());
            Map<String, String> received = new LinkedHashMap<>();
            response.headers()
                    .map()
                    .forEach((name, values) -> received.put(name.toLowerCase(), String.join(", ", values)));
            return new Answer(response.statusCode(), received, response.body());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
