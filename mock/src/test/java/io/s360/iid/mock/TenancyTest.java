package io.s360.iid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a request is for. */
class TenancyTest {

    private static final Contract CONTRACT = Contracts.sample();
    private static final Operation LOGOUT = CONTRACT.operation("LogoutChildSession");
    private static final String GOOD = LOGOUT.requests().get("logged-out").toString();
    private static final String HEADER = "X-Mock-Tenant";

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final MovableClock clock = new MovableClock();
    private MockServer mock;
    private Caller caller;

    @BeforeEach
    void start() {
        mock = MockServer.start(
                MockOptions.of(CONTRACT).withClock(clock).withSeed(1).withLog(log::add));
        caller = new Caller(mock, CONTRACT, "TIBCO_CONSUMER");
    }

    @AfterEach
    void stop() {
        mock.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/~a", "/%7Ea", "/%7ea", "/~%61"})
    void isForTheTenantOfThePrefixHoweverThatIsSpelled(String prefix) {
        caller.call(LOGOUT.id(), GOOD, HEADER, "a");

        assertThat(raw("POST " + prefix + LOGOUT.path(), "")).contains("ALREADY_LOGGED_OUT");
        assertThat(caller.call(LOGOUT.id(), GOOD).status()).isEqualTo(200);
    }

    @Test
    void isForTheTenantOfThePrefixInATargetOfAbsoluteForm() {
        caller.call(LOGOUT.id(), GOOD, HEADER, "a");

        assertThat(raw("POST http://localhost/~a" + LOGOUT.path(), "")).contains("ALREADY_LOGGED_OUT");
        assertThat(raw("GET http://localhost/~a", ""))
                .startsWith("HTTP/1.1 404 ")
                .contains("RESOURCE_NOT_FOUND");
    }

    @Test
    void takesPrefixAndHeaderThatSayTheSame() {
        assertThat(raw("POST /~a" + LOGOUT.path(), HEADER + ": a\r\n")).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/~a|X-Mock-Tenant: b|X-Mock-Tenant names another tenant than the path",
                "/~default|X-Mock-Tenant: a|X-Mock-Tenant names another tenant than the path",
                "''|X-Mock-Tenant: a; X-Mock-Tenant: a|X-Mock-Tenant is repeated",
                "''|X-Mock-Tenant: a, b|no tenant has such a name; a name is 1 to 64 of A-Z a-z 0-9 . _ - and neither . nor ..",
                "''|X-Mock-Tenant:|no tenant has such a name; a name is 1 to 64 of A-Z a-z 0-9 . _ - and neither . nor ..",
                "''|X-Mock-Tenant: ..|no tenant has such a name; a name is 1 to 64 of A-Z a-z 0-9 . _ - and neither . nor ..",
                "/~|X: y|no tenant has such a name; a name is 1 to 64 of A-Z a-z 0-9 . _ - and neither . nor ..",
                "/~..|X: y|no tenant has such a name; a name is 1 to 64 of A-Z a-z 0-9 . _ - and neither . nor ..",
                "/~a%2Fb|X: y|no tenant has such a name; a name is 1 to 64 of A-Z a-z 0-9 . _ - and neither . nor ..",
                "/~a;x=1|X: y|no tenant has such a name; a name is 1 to 64 of A-Z a-z 0-9 . _ - and neither . nor ..",
                "/~a+b|X: y|no tenant has such a name; a name is 1 to 64 of A-Z a-z 0-9 . _ - and neither . nor ..",
            })
    void refusesWhatNamesNobodyAndTellsOfIt(String prefix, String headers, String reason) {
        String answer = raw("POST " + prefix + LOGOUT.path(), headers.replace("; X", "\r\nX") + "\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains("INVALID_HEADER", "X-Mock-Reason: " + reason, "Link: </__mock/tenants/default/requests/1>");
        assertThat(caller.send("GET", "/__mock/tenants/default/requests/1", "")
                        .json()
                        .at("/reasons/0/message")
                        .asString())
                .isEqualTo(reason);
        assertThat(log).anyMatch(line -> line.contains(reason));
        assertThat(caller.call(LOGOUT.id(), GOOD).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/~a/../~b/x", "/~a/..", "/~a/%2e%2e/x", "/~a//x", "/~a/~b/x", "/~a?x=1", "/~a/x?~b"})
    void findsNothingOnOddWays(String target) {
        assertThat(raw("GET " + target, "")).startsWith("HTTP/1.1 404 ").contains("RESOURCE_NOT_FOUND");
    }

    @Test
    void keepsTheAdminApisBehindAPrefixFromOthers() {
        for (String path : List.of("/~a/__admin/mappings", "/~a/__mock/tenants", "/%7Ea/%5F_mock", "/~a/__console")) {
            assertThat(RawSocket.exchange(
                            mock.port(),
                            "GET " + path + " HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 404 ")
                    .contains("RESOURCE_NOT_FOUND");
            assertThat(caller.send("GET", path, "").status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void showsTheConsoleToWhoeverMaySteerTheMock() {
        Caller.Answered page = caller.send("GET", "/__console", "");

        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'self'");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(caller.send("POST", "/__console", "").header("Allow")).isEqualTo("GET");
        assertThat(caller.send("GET", "/__console", "", "Origin", "https://evil.example")
                        .code())
                .isEqualTo("RESOURCE_NOT_FOUND");
    }

    @Test
    void givesEachRequestToTheTenantNewAWorldOfItsOwn() {
        assertThat(caller.call(LOGOUT.id(), GOOD, HEADER, "new").status()).isEqualTo(200);
        assertThat(caller.call(LOGOUT.id(), GOOD, HEADER, "new").status()).isEqualTo(200);
        assertThat(raw("POST /~new" + LOGOUT.path(), "")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void countsTheMinutesOfAClientByTheTenantsClock() {
        Caller throttled = caller.as("THROTTLED_PORTAL");
        throttled.call(LOGOUT.id(), GOOD, HEADER, "a");
        assertThat(throttled.call(LOGOUT.id(), GOOD, HEADER, "a").status()).isEqualTo(429);

        mock.tenant("a").clock().advance(Duration.ofMinutes(1));

        assertThat(throttled.call(LOGOUT.id(), GOOD, HEADER, "a").status()).isEqualTo(404);
        assertThat(throttled.call(LOGOUT.id(), GOOD, HEADER, "b").status()).isEqualTo(404);
        assertThat(throttled.call(LOGOUT.id(), GOOD, HEADER, "b").status()).isEqualTo(429);
    }

    private String raw(String line, String headers) {
        String request = line + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "X-IID-CLIENT-ID: TIBCO_CONSUMER\r\nX-IID-API-KEY: demo-tibco-key\r\n" + headers
                + "Connection: close\r\nContent-Length: " + GOOD.length() + "\r\n\r\n" + GOOD;
        return RawSocket.exchange(mock.port(), request);
    }
}
