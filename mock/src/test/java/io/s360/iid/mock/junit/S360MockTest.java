package io.s360.iid.mock.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.reading.ContractReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@S360Mock(now = "2026-01-15T08:00:00Z")
class S360MockTest {

    private static final Contract CONTRACT = ContractReader.readBundled();
    private static final String DEMO =
            "{\"sessionToken\":\"demo-session-token\",\"sessionId\":\"fa44b0c4-fb2d-43c3-bb65-345ad2a8be11\"}";

    @BeforeEach
    void isTheSameMockInTheTestAndBeforeIt(MockTenant mock) {
        mock.clock().set(mock.clock().instant().plusSeconds(1));
    }

    @RepeatedTest(2)
    void givesEachTestTheDemoData(MockTenant mock) {
        assertThat(call(mock, "LogoutChildSession", DEMO).statusCode()).isEqualTo(200);
        assertThat(call(mock, "LogoutChildSession", DEMO).statusCode()).isEqualTo(401);
        assertThat(mock.requests()).hasSize(2);
    }

    @Test
    void letsATestMoveTheClock(MockTenant mock) {
        String created = call(mock, "CreateChildSession", "{\"sessionToken\":\"demo-session-token-2\"}")
                .body();
        String id = created.replaceFirst(".*\"sessionId\":\"([^\"]*)\".*", "$1");
        String body = "{\"sessionToken\":\"demo-session-token-2\",\"sessionId\":\"" + id + "\"}";

        mock.clock()
                .advance(CONTRACT.lifecycle().resource("childSession").expires().idle());

        assertThat(created).contains("2026-01-15T08:00:01.000Z");
        assertThat(call(mock, "GetChildSession", body).body()).contains("SESSION_EXPIRED");
    }

    @Test
    @S360Mock(state = "one-more-session.json")
    void startsFromAFile(MockTenant mock) {
        String body =
                "{\"sessionToken\":\"a-token-of-the-file\",\"sessionId\":\"11111111-1111-4111-8111-111111111111\"}";

        assertThat(call(mock, "GetChildSession", body).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> call(MockTenant mock, String operation, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        mock.baseUri() + CONTRACT.operation(operation).path()))
                .header("Content-Type", "application/json")
                .header("X-IID-CLIENT-ID", "TIBCO_CONSUMER")
                .header("X-IID-API-KEY", "demo-tibco-key")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException lost) {
            throw new IllegalStateException(lost);
        }
    }
}
