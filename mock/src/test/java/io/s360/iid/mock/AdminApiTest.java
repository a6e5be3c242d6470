package io.s360.iid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AdminApiTest {

    private static final Contract CONTRACT = Contracts.sample();
    private static final Operation LOGOUT = CONTRACT.operation("LogoutChildSession");
    private static final String GOOD = LOGOUT.requests().get("logged-out").toString();
    private static final String T = "/__mock/tenants/t";

    private final AdminJudge judge = new AdminJudge();
    private final MovableClock clock = new MovableClock();
    private MockServer mock;
    private Caller caller;

    @BeforeEach
    void start() {
        mock = MockServer.start(
                MockOptions.of(CONTRACT).withClock(clock).withSeed(1).withFaultMode(true));
        caller = new Caller(mock, CONTRACT, "TIBCO_CONSUMER");
    }

    @AfterEach
    void stop() {
        mock.close();
    }

    @Test
    void givesEveryAnswerOfItsDocumentAndNoOther() {
        call(GOOD);
        call(GOOD);
        String state = ask("GET", T + "/state", "").body();
        Stream.of("", "/openapi.yaml", "/catalogue", "/lifecycle", "/tenants")
                .forEach(page -> ask("GET", "/__mock" + page, ""));
        Stream.of("", "/resources", "/state", "/clock", "/faults", "/requests", "/requests?after=1", "/requests/1")
                .forEach(page -> ask("GET", T + page, ""));
        ask("PUT", T + "/state", state);
        ask("POST", T + "/state", "{\"parentSession\":[{\"sessionToken\":\"mine\",\"state\":\"ACTIVE\"}]}");
        ask("PUT", T + "/clock", "{\"now\":\"2027-01-01T00:00:00Z\"}");
        ask("POST", T + "/clock/advance", "{\"by\":\"PT16M\"}");
        ask("PUT", T + "/faults", "{\"latency\":\"1ms\",\"answer\":\"503\",\"rate\":0.5,\"seed\":3}");
        ask("GET", T + "/faults", "");
        ask("GET", T, "");
        Stream.of("/clock", "/faults", "/requests", "").forEach(page -> ask("DELETE", T + page, ""));
        ask("POST", T + "/reset", "");
        ask("GET", T + "/requests/7", "");
        askOfABadName();
        askWithBadBodies();
        askWithoutFaultMode();

        assertThat(judge.seen()).isEqualTo(judge.declared());
    }

    private void askOfABadName() {
        String bad = "/__mock/tenants/a,b";
        Stream.of("", "/resources", "/state", "/clock", "/faults", "/requests")
                .forEach(page -> ask("GET", bad + page, ""));
        Stream.of("", "/clock", "/faults", "/requests").forEach(page -> ask("DELETE", bad + page, ""));
        ask("POST", bad + "/reset", "");
    }

    private void askWithBadBodies() {
        Map.of("/state", "PUT", "/clock", "PUT", "/faults", "PUT", "/clock/advance", "POST")
                .forEach((page, method) -> Stream.of("[]", "no type").forEach(body -> ask(method, T + page, body)));
        Stream.of("[]", "no type").forEach(body -> ask("POST", T + "/state", body));
        Stream.of("/state", "/clock", "/faults").forEach(page -> announceTooMuch("PUT", T + page));
        Stream.of("/state", "/clock/advance").forEach(page -> announceTooMuch("POST", T + page));
    }

    /** The answer comes before the body does, and then the connection is closed; not every client looks for it so early. */
    private void announceTooMuch(String method, String path) {
        String answer = RawSocket.exchange(
                mock.port(),
                method + " " + path
                        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + ((8 << 20) + 1) + "\r\nConnection: close\r\n\r\n");
        String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        judge.judge(
                method,
                path,
                new Caller.Answered(
                        Integer.parseInt(answer.substring(9, 12)),
                        HttpHeaders.of(
                                Map.of("Content-Type", List.of("application/problem+json")), (name, value) -> true),
                        body));
        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("Content-Type: application/problem+json");
    }

    private void askWithoutFaultMode() {
        try (MockServer other = MockServer.start(MockOptions.of(CONTRACT))) {
            String page = T + "/faults";
            Caller.Answered answered = new Caller(other, CONTRACT, "TIBCO_CONSUMER")
                    .send("PUT", page, "{\"answer\":\"503\"}", "Content-Type", "application/json");
            judge.judge("PUT", page, answered);
            assertThat(answered.status()).isEqualTo(409);
        }
    }

    @Test
    void hasNoOtherMethodsAndNoOtherPaths() {
        judge.methodsByPath()
                .forEach((path, methods) -> Stream.of("GET", "HEAD", "PUT", "POST", "DELETE", "PATCH", "OPTIONS")
                        .filter(method -> !methods.contains(method))
                        .forEach(method -> {
                            Caller.Answered refused = caller.send(method, path, "");
                            assertThat(refused.status()).as(method + " " + path).isEqualTo(405);
                            assertThat(refused.header("Allow")).isEqualTo(String.join(", ", methods));
                        }));
        for (String path : List.of("/__mock/", T + "/", T + "/x", T + "/clock/advance/x", "/__mock/x")) {
            Caller.Answered refused = caller.send("GET", path, "");
            assertThat(refused.status()).as(path).isEqualTo(404);
            assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        }
        assertThat(caller.send("GET", "/__mocked", "").code()).isEqualTo("RESOURCE_NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "PUT|/clock|{}|the body must have at least 1 properties",
                "PUT|/clock|{'now':1}|/now integer found, string expected",
                "PUT|/clock|{'now':'tomorrow'}|/now",
                "PUT|/clock|{'now':'9999-01-01T00:00:00Z'}|/now is no time such as 2026-01-15T08:00:00Z, from 1970 to 8999",
                "PUT|/clock|{'frozen':'yes'}|/frozen string found, boolean expected",
                "PUT|/clock|{'frozen':true,'now':null}|/now null found, string expected",
                "PUT|/clock|{'frozen':true,'x':1}|/x property 'x' is not defined",
                "PUT|/clock|{'frozen':true,'frozen':false}|without repeated members, at line 1, column 24",
                "PUT|/clock|{'frozen':true} x|the body is not one JSON text",
                "PUT|/clock|{'frozen':|the body is not one JSON text",
                "PUT|/clock||the body is empty",
                "POST|/clock/advance|{}|/by required property 'by' not found",
                "POST|/clock/advance|{'by':'16 minutes'}|/by is no ISO 8601 duration such as PT16M",
                "POST|/clock/advance|{'by':'PT-1S'}|/by is negative; a clock is put back by setting it",
                "POST|/clock/advance|{'by':'P9999999D'}|/by leads out of 1970 to 8999",
                "POST|/clock/advance|{'by':'PT2562047788015215H'}|/by leads out of 1970 to 8999",
                "PUT|/faults|{'latency':'soon'}|latency is none of 200ms, 100ms..500ms, p50=80ms,p99=2s",
                "PUT|/faults|{'latency':'61s'}|latency is more than 60s",
                "PUT|/faults|{'connection':'lost'}|/connection does not have a value in the enumeration",
                "PUT|/faults|{'answer':'teapot'}|answer is neither the name nor the status of an answer of any operation",
                "PUT|/faults|{'answer':'503','rate':2}|/rate must have a maximum value of 1",
                "PUT|/faults|{'rate':0.5}|rate is the share of requests that connection and answer hit, and there is neither",
                "PUT|/faults|{'seed':1.5}|/seed number found, integer expected",
                "PUT|/state|{'parentSession':[{'sessionToken':'x','state':'ACTIVE'},{}]}|/parentSession/1 lacks sessionToken",
                "GET|/requests?after=x||the query is not after=, with a number from 0 on",
                "GET|/requests?before=1||the query is not after=, with a number from 0 on",
            })
    void saysWhatIsWrong(String method, String page, String body, String detail) {
        Caller.Answered refused = ask(method, T + page, body == null ? "" : body.replace('\'', '"'));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("detail").asString()).contains(detail);
    }

    @Test
    void keepsTheTenantNewForRequests() {
        assertThat(ask("GET", "/__mock/tenants/new/clock", "")
                        .json()
                        .get("detail")
                        .asString())
                .isEqualTo("the tenant new lives for one request only");
        callAs("new", "{}");

        assertThat(ask("GET", "/__mock/tenants/new/requests/1", "").status()).isEqualTo(200);
    }

    @Test
    void setsFreezesAndAdvancesTheClockOfOneTenant() {
        ask("PUT", T + "/clock", "{\"now\":\"2030-01-01T00:00:00.5+04:00\",\"frozen\":true}");
        clock.advance("PT1H");
        assertThat(ask("POST", T + "/clock/advance", "{\"by\":\"PT16M\"}").body())
                .isEqualTo("{\"now\":\"2029-12-31T20:16:00.500Z\",\"frozen\":true}");

        ask("PUT", T + "/clock", "{\"frozen\":false}");
        clock.advance("PT1M");

        assertThat(ask("GET", T + "/clock", "").body())
                .isEqualTo("{\"now\":\"2029-12-31T20:17:00.500Z\",\"frozen\":false}");
        assertThat(ask("GET", "/__mock/tenants/other/clock", "")
                        .json()
                        .get("now")
                        .asString())
                .isEqualTo("2026-01-15T09:01:00.000Z");
    }

    @Test
    void takesAStateFromOneTenantToAnother() {
        call(GOOD);
        String state = ask("GET", T + "/state", "").body();

        ask("PUT", "/__mock/tenants/other/state", state);

        assertThat(callAs("other", GOOD).code()).isEqualTo("ALREADY_LOGGED_OUT");
        assertThat(callAs("third", GOOD).status()).isEqualTo(200);
    }

    @Test
    void resetsATenantAsIfItHadJustBeenMade() {
        ask("PUT", T + "/faults", "{\"answer\":\"503\"}");
        ask("DELETE", T + "/faults", "");
        ask("POST", T + "/clock/advance", "{\"by\":\"PT16M\"}");
        String traceId = call(GOOD).header("X-IID-TraceId");

        ask("POST", T + "/reset", "");
        Caller.Answered again = call(GOOD);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("X-IID-TraceId")).isEqualTo(traceId);
        JsonNode tenant = ask("GET", T, "").json();
        assertThat(tenant.get("requests").asInt()).isEqualTo(1);
        assertThat(tenant.get("now").asString()).isEqualTo("2026-01-15T08:00:00.000Z");
    }

    @Test
    void listsTenantsTheLastUsedFirst() {
        callAs("one", GOOD);
        clock.advance("PT1S");
        caller.call(LOGOUT.id(), GOOD);
        clock.advance("PT1S");
        callAs("two", GOOD);

        assertThat(ask("GET", "/__mock/tenants", "")
                        .json()
                        .get("tenants")
                        .valueStream()
                        .map(tenant -> tenant.get("name").asString()))
                .containsExactly("two", "default", "one");
    }

    @Test
    void tellsOfARequestWhereItsRefusalLeadsTo() {
        call(GOOD);
        Caller.Answered refused = call("{\"sessionToken\":\"demo-session-token\"}");
        String link = refused.header("Link");

        JsonNode told = ask("GET", link.substring(1, link.indexOf('>')), "").json();

        assertThat(told.get("number").asInt()).isEqualTo(2);
        assertThat(told.get("verdict").asString()).isEqualTo("refused");
        assertThat(told.get("reasons").get(0).get("where").asString()).isEqualTo("/sessionId");
        assertThat(told.get("body").asString()).isEqualTo("{\"sessionToken\":\"***\"}");
        assertThat(told.get("headers").toString()).doesNotContain("demo-tibco-key");
    }

    @Test
    void showsTheLifecycleAsTheContractDeclaresIt() {
        JsonNode child = caller.send("GET", "/__mock/lifecycle", "").json().at("/resources/1");

        assertThat(child.get("name").asString()).isEqualTo("childSession");
        assertThat(child.get("idle").asString()).isEqualTo("PT15M");
        assertThat(child.get("transitions").valueStream().map(JsonNode::toString))
                .containsExactly(
                        "{\"from\":null,\"to\":\"ACTIVE\",\"by\":\"CreateChildSession\",\"reason\":null}",
                        "{\"from\":\"ACTIVE\",\"to\":\"ACTIVE\",\"by\":\"RefreshChildSession\",\"reason\":null}",
                        "{\"from\":\"ACTIVE\",\"to\":\"ENDED\",\"by\":\"LogoutChildSession\",\"reason\":\"LOGOUT\"}",
                        "{\"from\":\"ACTIVE\",\"to\":\"ENDED\",\"by\":\"time\",\"reason\":\"EXPIRED\"}",
                        "{\"from\":\"ACTIVE\",\"to\":\"ENDED\",\"by\":\"parentSession\",\"reason\":\"PARENT_ENDED\"}",
                        "{\"from\":\"ACTIVE\",\"to\":\"ENDED\",\"by\":\"client\",\"reason\":\"CLIENT_DISABLED\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/tenants", "/tenants/t/state", "/openapi.yaml", "/x"})
    void isNotThereForPagesOfElsewhereAndForwardedRequests(String page) {
        for (String method : List.of("GET", "PUT", "POST", "DELETE")) {
            Caller.Answered byPage = caller.send(method, "/__mock" + page, "{}", "Origin", "https://evil.example");
            Caller.Answered byProxy = caller.send(method, "/__mock" + page, "{}", "X-Forwarded-For", "127.0.0.1");
            Caller.Answered unknown = caller.send(method, "/nowhere", "{}");

            assertThat(List.of(byPage.body(), byProxy.body())).containsOnly(unknown.body());
            assertThat(List.of(byPage.status(), byProxy.status())).containsOnly(404);
        }
    }

    @Test
    void showsSingleRequestsToWhoeverMayCallOperations() {
        call("{}");

        Caller.Answered shown = caller.send("GET", T + "/requests/1", "", "Origin", "https://portal.example");

        assertThat(shown.json().get("number").asInt()).isEqualTo(1);
        assertThat(shown.header("Access-Control-Allow-Origin")).isEqualTo("https://portal.example");
        assertThat(caller.send("DELETE", T + "/requests/1", "", "Origin", "https://portal.example")
                        .code())
                .isEqualTo("RESOURCE_NOT_FOUND");
        assertThat(caller.send("GET", T + "/requests", "", "Origin", "https://portal.example")
                        .code())
                .isEqualTo("RESOURCE_NOT_FOUND");
    }

    @Test
    void understandsEncodedPaths() {
        call(GOOD);

        assertThat(caller.send("GET", "/%5F_mock/tenants/%74/requests/1", "").status())
                .isEqualTo(200);
        assertThat(caller.send("GET", "/__mock/tenants/a%2Cb/requests/1", "").status())
                .isEqualTo(404);
    }

    private Caller.Answered call(String body) {
        return callAs("t", body);
    }

    private Caller.Answered callAs(String tenant, String body) {
        return caller.call(LOGOUT.id(), body, "X-Mock-Tenant", tenant);
    }

    /** Judged by the document. */
    private Caller.Answered ask(String method, String path, String body) {
        String type = body.equals("no type") ? "text/plain" : "application/json";
        Caller.Answered answered = caller.send(method, path, body, "Content-Type", type);
        judge.judge(method, path, answered);
        return answered;
    }
}
