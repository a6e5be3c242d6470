package io.s360.iid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import io.s360.iid.mock.journal.Journal;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class JournalTest {

    private static final Contract CONTRACT = Contracts.sample();
    private static final Operation GET = CONTRACT.operation("GetChildSession");
    private static final String ID = "fa44b0c4-fb2d-43c3-bb65-345ad2a8be11";

    private MockServer mock;
    private Caller caller;

    @BeforeEach
    void start() {
        mock = MockServer.start(MockOptions.of(CONTRACT));
        caller = new Caller(mock, CONTRACT, "TIBCO_CONSUMER");
    }

    @AfterEach
    void stop() {
        mock.close();
    }

    @Test
    void showsARequestAndItsAnswerWithoutTheSecrets() {
        caller.call(GET.id(), "{\"sessionToken\":\"demo-session-token\",\"sessionId\":\"" + ID + "\"}");

        JsonNode event = journal().get(0);

        assertThat(event.at("/request/body").asString())
                .isEqualTo("{\"sessionToken\":\"***\",\"sessionId\":\"" + ID + "\"}");
        assertThat(event.at("/request/headers/X-IID-API-KEY").asString()).isEqualTo("***");
        assertThat(event.at("/request/headers/X-IID-CLIENT-ID").asString()).isEqualTo("TIBCO_CONSUMER");
        assertThat(event.at("/response/status").asInt()).isEqualTo(200);
        assertThat(event.at("/response/body").asString()).contains(ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sessionToken\":\"a-secret\"", "{\"session\\u0054oken\":\"a-secret\"}",
                        "{'sessionToken':'a-secret'}",
                "{\"SessionToken\":\"a-secret\",\"x\":[{\"sessionToken\":[\"a-secret\"]}]}", "sessionToken=a-secret",
                        "\"a-secret\"",
                "{\"sessionToken\":\"a-secret\",\"sessionToken\":\"b\"}", "{\"sessionToken\":\"a-secret\"} a-secret"
            })
    void hidesATokenInEverythingThatMayHoldOne(String body) {
        caller.call(GET.id(), body);
        caller.send("POST", "/nowhere", body, "Content-Type", "application/x-www-form-urlencoded");
        caller.send("POST", "/nowhere", body, "Content-Type", "multipart/form-data; boundary=x");

        assertThat(journalText()).doesNotContain("a-secret");
    }

    @Test
    void hidesSecretsInQueriesAndInOtherHeaders() {
        caller.call(
                GET.id(),
                "{}",
                "Authorization",
                "Bearer a-secret",
                "Cookie",
                "a=a-secret",
                "x-iid-api-key",
                "a-secret");
        caller.send("GET", GET.path() + "?key=a-secret&x=a%2Dsecret&a-name", "");

        assertThat(journalText()).doesNotContain("a-secret", "a%2Dsecret").contains("?key=***&x=***&a-name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json; charset=bogus", "application/json; charset=", "text/plain; charset=utf-16"})
    void staysReadableWhateverIsSent(String contentType) {
        caller.send("POST", GET.path(), "{\"sessionToken\":\"a-secret\"}", "Content-Type", contentType);

        assertThat(journal().size()).isLessThanOrEqualTo(1);
        assertThat(journalText()).doesNotContain("a-secret");
    }

    @Test
    void hidesSecretsFromThoseWhoFindRequestsByOtherWays() {
        caller.call(GET.id(), "{\"sessionToken\":\"a-secret\"}");
        caller.send("DELETE", "/__admin/mappings", "");
        caller.call(GET.id(), "{\"sessionToken\":\"a-secret\"}");

        assertThat(caller.send("POST", "/__admin/requests/find", "{\"urlPath\":\"" + GET.path() + "\"}")
                        .body())
                .contains("***")
                .doesNotContain("a-secret");
        assertThat(caller.send("GET", "/__admin/requests/unmatched", "").body()).doesNotContain("a-secret");
        assertThat(caller.send("POST", "/__admin/recordings/snapshot", "{}").body())
                .doesNotContain("a-secret");
    }

    @Test
    void showsTheRequestsOfAUsersOwnStubAsTheyAreButForSecrets() {
        caller.send("POST", "/__admin/mappings", "{\"request\":{\"urlPath\":\"/own\"},\"response\":{\"status\":200}}");

        caller.send("POST", "/own?a=b", "plain text", "X-IID-API-KEY", "a-secret");
        caller.send("POST", "/own", "{\"sessionToken\":\"a-secret\"}");

        assertThat(journalText()).contains("/own?a=b", "plain text").doesNotContain("a-secret");
    }

    @Test
    void keepsTheLastRequestsOnly() {
        int more = Journal.PER_TENANT + 5;

        IntStream.range(0, more).parallel().forEach(i -> caller.send("GET", "/" + i, ""));

        assertThat(journal().size()).isEqualTo(Journal.PER_TENANT);
    }

    private JsonNode journal() {
        return caller.send("GET", "/__admin/requests", "").json().get("requests");
    }

    private String journalText() {
        return caller.send("GET", "/__admin/requests", "").body();
    }
}
