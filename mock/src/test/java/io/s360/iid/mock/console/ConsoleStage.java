package io.s360.iid.mock.console;

import io.s360.iid.mock.Contracts;
import io.s360.iid.mock.MockOptions;
import io.s360.iid.mock.MockServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A mock for the console to look at, and a client of it. */
final class ConsoleStage implements AutoCloseable {

    static final String CHILD = "fa44b0c4-fb2d-43c3-bb65-345ad2a8be11";
    static final String DOCUMENTED_BODY = "{\"sessionToken\":\"demo-session-token\",\"sessionId\":\"" + CHILD + "\"}";
    private static final String SSO = "/middleware/api/external/sso/session/";

    private final MockServer mock;
    private final HttpClient http = HttpClient.newHttpClient();

    private ConsoleStage(MockServer mock) {
        this.mock = mock;
    }

    static ConsoleStage open() {
        return new ConsoleStage(
                MockServer.start(MockOptions.of(Contracts.sample()).withFaultMode(true)));
    }

    URI base() {
        return URI.create("http://localhost:" + mock.port());
    }

    /** The documented call: 200 once, 401 from then on. */
    int logout(String tenant) {
        return call(tenant, SSO + "logout", "demo-tibco-key", DOCUMENTED_BODY);
    }

    int validate(String tenant) {
        return call(tenant, SSO + "validate", "demo-tibco-key", DOCUMENTED_BODY);
    }

    /** Makes a child session that lives for fifteen minutes. */
    int createChild(String tenant) {
        return call(tenant, SSO + "create", "demo-tibco-key", "{\"sessionToken\":\"demo-session-token\"}");
    }

    int logout(String tenant, String key, String body) {
        return call(tenant, SSO + "logout", key, body);
    }

    /** Calls as a client does and returns the status. */
    int call(String tenant, String path, String key, String body) {
        return send(HttpRequest.newBuilder(base().resolve(path))
                        .header("X-Mock-Tenant", tenant)
                        .header("X-IID-CLIENT-ID", "TIBCO_CONSUMER")
                        .header("X-IID-API-KEY", key)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)))
                .statusCode();
    }

    /** Calls nothing, with something of one's own in a header that the console shows. */
    int visit(String tenant, String userAgent) {
        return send(HttpRequest.newBuilder(base().resolve("/nowhere"))
                        .header("X-Mock-Tenant", tenant)
                        .header("User-Agent", userAgent))
                .statusCode();
    }

    /** What the mock's admin API says of a tenant. */
    String admin(String tenant, String rest) {
        URI address = base().resolve("/__mock/tenants/" + tenant + rest);
        return send(HttpRequest.newBuilder(address)).body();
    }

    @Override
    public void close() {
        mock.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
