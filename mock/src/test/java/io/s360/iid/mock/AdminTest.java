package io.s360.iid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AdminTest {

    private static final Contract CONTRACT = Contracts.sample();
    private static final Operation LOGOUT = CONTRACT.operation("LogoutChildSession");
    private static final String GOOD = LOGOUT.requests().get("logged-out").toString();

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
    void listsEveryOperationAsAStubMapping() {
        for (Operation operation : CONTRACT.operations()) {
            JsonNode stub = mappings()
                    .valueStream()
                    .filter(candidate -> candidate.get("name").asString().equals(operation.id()))
                    .findFirst()
                    .orElseThrow();

            assertThat(stub.at("/request/method").asString()).isEqualTo(operation.method());
            assertThat(stub.at("/request/urlPath").asString()).isEqualTo(operation.path());
            assertThat(stub.at("/response/status").asInt())
                    .isEqualTo(operation.success().status());
            assertThat(stub.at("/response/jsonBody"))
                    .isEqualTo(operation.success().body());
            assertThat(stub.at("/metadata/operation").asString()).isEqualTo(operation.id());
            assertThat(stub.at("/metadata/answers").size())
                    .isEqualTo(operation.answers().size());
        }
    }

    @Test
    void putsAUsersOwnStubOnTopAndTakesItAwayAgain() {
        String own = "{\"request\":{\"urlPath\":\"%s\",\"bodyPatterns\":[{\"matchesJsonPath\":\"$.sessionToken\"}]},"
                + "\"response\":{\"status\":299,\"body\":\"own\"}}";
        int before = mappings().size();

        admin("POST", "/mappings", own.formatted(LOGOUT.path()));
        assertThat(caller.call(LOGOUT.id(), GOOD).status()).isEqualTo(299);
        assertThat(caller.call(LOGOUT.id(), "{}").status()).isEqualTo(400);
        admin("POST", "/mappings/reset", "");

        assertThat(mappings().size()).isEqualTo(before);
        assertThat(caller.call(LOGOUT.id(), GOOD).status()).isEqualTo(200);
    }

    @Test
    void lendsItsAnswersToAUsersOwnStub() {
        admin(
                "POST",
                "/mappings",
                "{\"request\":{\"urlPath\":\"%s\"},\"response\":{\"fixedDelayMilliseconds\":1,\"transformers\":[\"s360-contract\"]}}"
                        .formatted(LOGOUT.path()));

        assertThat(caller.call(LOGOUT.id(), GOOD).status()).isEqualTo(200);
        assertThat(caller.call(LOGOUT.id(), GOOD).code()).isEqualTo("ALREADY_LOGGED_OUT");
    }

    @Test
    void resetsSessionsAndCountsTogetherWithStubs() {
        Caller throttled = caller.as("THROTTLED_PORTAL");
        caller.call(LOGOUT.id(), GOOD);
        throttled.call(LOGOUT.id(), GOOD);

        assertThat(admin("POST", "/reset", "").status()).isEqualTo(200);

        assertThat(caller.call(LOGOUT.id(), GOOD).status()).isEqualTo(200);
        assertThat(throttled.call(LOGOUT.id(), GOOD).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mappings/reset", "/scenarios/reset"})
    void leavesSessionsAloneInOtherResets(String path) {
        caller.call(LOGOUT.id(), GOOD);

        assertThat(admin("POST", path, "").status()).isEqualTo(200);

        assertThat(caller.call(LOGOUT.id(), GOOD).code()).isEqualTo("ALREADY_LOGGED_OUT");
    }

    @Test
    void stillAnswersAsTheContractWhenAllStubsAreGone() {
        admin("DELETE", "/mappings", "");

        assertThat(mappings().size()).isZero();
        assertThat(caller.call(LOGOUT.id(), GOOD).status()).isEqualTo(200);
        assertThat(caller.send("GET", "/nowhere", "").code()).isEqualTo("RESOURCE_NOT_FOUND");
        assertThat(caller.send("GET", LOGOUT.path(), "").code()).isEqualTo("METHOD_NOT_ALLOWED");
        assertThat(caller.send("GET", "/nowhere", "", "Origin", "http://a.example")
                        .header("Access-Control-Allow-Origin"))
                .isEqualTo("http://a.example");
    }

    @Test
    void keepsFilesInMemory() {
        admin("PUT", "/files/hello.json", "{\"hello\":1}");
        admin(
                "POST",
                "/mappings",
                "{\"request\":{\"urlPath\":\"/own\"},\"response\":{\"bodyFileName\":\"hello.json\"}}");

        assertThat(caller.send("GET", "/own", "").body()).isEqualTo("{\"hello\":1}");
        assertThat(caller.send("GET", "/__files/hello.json", "").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"Origin, https://evil.example", "Origin, null", "X-Forwarded-For, 127.0.0.1", "Forwarded, for=127.0.0.1"
    })
    void keepsPagesAndProxiesFromTheAdminApi(String header, String value) {
        assertThat(caller.send("GET", "/__admin/mappings", "", header, value).code())
                .isEqualTo("RESOURCE_NOT_FOUND");
    }

    @Test
    void keepsNamesThatOnlyPointHereFromTheAdminApi() {
        String request = "%s /__admin/mappings HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n";

        assertThat(RawSocket.exchange(mock.port(), request.formatted("GET", "rebound.example")))
                .startsWith("HTTP/1.1 404");
        assertThat(RawSocket.exchange(mock.port(), request.formatted("GET", "localhost")))
                .startsWith("HTTP/1.1 200");
        assertThat(RawSocket.exchange(mock.port(), request.formatted("GET", "[::1]:1")))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/__admin",
                "/__admin/",
                "/__admin/mappings",
                "/%5f_admin/mappings",
                "/x/../__admin/mappings",
                "/__admin;x/mappings"
            })
    void keepsEverySpellingOfTheAdminApiFromOthers(String path) {
        String request = "GET " + path + " HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n";

        assertThat(RawSocket.exchange(mock.port(), request))
                .startsWith("HTTP/1.1 404")
                .contains("RESOURCE_NOT_FOUND");
    }

    @Test
    void letsOtherMachinesCallOperationsAndUseTheAdminApiOnlyWhenTold() throws SocketException {
        Optional<String> address = addressOfThisMachine();
        assumeThat(address).isPresent();

        try (MockServer closed = MockServer.start(MockOptions.of(CONTRACT).withBindAddress(null));
                MockServer open = MockServer.start(
                        MockOptions.of(CONTRACT).withBindAddress(null).withAdminOpen(true))) {
            String here = "http://" + address.get() + ":";
            assertThat(get(here + closed.port() + LOGOUT.path())).isEqualTo(405);
            assertThat(get(here + closed.port() + "/__admin/mappings")).isEqualTo(404);
            assertThat(get(here + open.port() + "/__admin/mappings")).isEqualTo(200);
            assertThat(get(closed.adminUri() + "/mappings")).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:3000", "http://127.0.0.1", "http://[::1]:8080"})
    void letsPagesOfThisMachineUseTheAdminApi(String origin) {
        assertThat(caller.send("GET", "/__admin/mappings", "", "Origin", origin).status())
                .isEqualTo(200);
    }

    @Test
    void showsNoPageOfTheServersWhenTheAdminApiFails() {
        Caller.Answered answered = admin("POST", "/recordings/stop", "");

        assertThat(answered.body()).doesNotContain("<html", "\tat ");
    }

    private JsonNode mappings() {
        return admin("GET", "/mappings", "").json().get("mappings");
    }

    private Caller.Answered admin(String method, String path, String body) {
        return caller.send(method, "/__admin" + path, body);
    }

    private static int get(String uri) {
        return Caller.send(HttpRequest.newBuilder(URI.create(uri)).build()).status();
    }

    private static Optional<String> addressOfThisMachine() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .map(address -> address.getHostAddress())
                .findFirst();
    }
}
