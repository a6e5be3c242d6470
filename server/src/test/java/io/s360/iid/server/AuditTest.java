package io.s360.iid.server;

import static io.s360.iid.server.WireCaller.DEMO_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.server.session.SessionToken;
import io.s360.iid.server.session.StoreUnavailable;
import io.s360.iid.server.sight.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who has changed which session can be read in a file of its own. */
class AuditTest {

    private static final String CREDENTIAL = "open-sesame";
    private static final String PERSON = """
            {"person": {"subjectId": "9d3a2b74-6c1e-4b0a-9a55-2f4b7c8e1d02", "name": {"en": "Omar", "ar": "عمر"},
             "email": "omar@example.com", "mobile": "971500000002", "userType": "SOP2"}, "language": "ar"}""";
    private static final Faults FAULTS = new Faults();

    @TempDir
    private static Path folder;

    private static Path file;
    private static S360Server server;
    private static WireCaller tibco;
    private static WireCaller operator;

    private int before;

    @BeforeAll
    static void start() {
        file = folder.resolve("audit.log");
        server = S360Server.start(S360Server.Options.defaults()
                .withDemo()
                .withPort(0)
                .withManagement(0, CREDENTIAL)
                .withStore(FAULTS::before)
                .with("s360.instance=node-1")
                .with("s360.audit.file=" + file)
                .with("logging.level.audit=info"));
        tibco = WireCaller.tibco(server);
        operator = WireCaller.operator(server, CREDENTIAL);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void count() {
        before = events().size();
    }

    @AfterEach
    void mend() {
        FAULTS.mend();
    }

    @Test
    void tellsTheLifeOfAChildSession() {
        String child = tibco.open(DEMO_TOKEN);
        tibco.call("RefreshChildSession", DEMO_TOKEN, child);
        tibco.call("LogoutChildSession", DEMO_TOKEN, child);

        List<JsonNode> told = told(3);
        assertThat(told)
                .extracting(event -> event.get("action").stringValue())
                .containsExactly("CreateChildSession", "RefreshChildSession", "LogoutChildSession");
        assertThat(told).allSatisfy(event -> {
            assertThat(event.get("session").stringValue()).isEqualTo(of(child));
            assertThat(event.get("parent").stringValue()).isEqualTo(of(new SessionToken(DEMO_TOKEN)));
            assertThat(event.get("client").stringValue()).isEqualTo("TIBCO_CONSUMER");
            assertThat(event.get("instance").stringValue()).isEqualTo("node-1");
            assertThat(event.get("traceId").stringValue()).hasSize(36);
            assertThat(event.get("@timestamp").stringValue()).isNotEmpty();
        });
        assertThat(told.get(2).get("change").stringValue()).isEqualTo("end childSession by LOGOUT");
    }

    @Test
    void tellsWhatThePortalAndTheOperatorsDo() {
        String token = operator.post("/parent-sessions", PERSON).text("/sessionToken");
        String child = tibco.open(token);
        operator.post("/child-sessions/end", "{\"sessionId\":\"" + child + "\"}");
        operator.post("/parent-sessions/end", "{\"sessionToken\":\"" + token + "\",\"reason\":\"ADMIN\"}");
        operator.post("/clients/disable", "{\"clientId\":\"ENTITY_PORTAL\"}");
        operator.post("/clients/enable", "{\"clientId\":\"ENTITY_PORTAL\"}");

        List<JsonNode> told = told(6);
        assertThat(told)
                .extracting(event -> event.get("action").stringValue())
                .containsExactlyInAnyOrder(
                        "OpenParentSession",
                        "CreateChildSession",
                        "EndChildSession",
                        "EndParentSession",
                        "DisableClient",
                        "EnableClient");
        assertThat(told)
                .filteredOn(event -> event.get("action").stringValue().equals("EndParentSession"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.get("parent").stringValue()).isEqualTo(of(new SessionToken(token)));
                    assertThat(event.get("reason").stringValue()).isEqualTo("ADMIN");
                });
    }

    @Test
    void tellsOfAPersonWhoAsksForTheChildOfAnother() {
        String other = operator.post("/parent-sessions", PERSON).text("/sessionToken");
        String child = tibco.open(DEMO_TOKEN);

        tibco.call("GetChildSession", other, child);
        tibco.call("ValidateChildSession", other, child);
        tibco.call("ValidateChildSession", "made-up", child);
        WireCaller.of(server, "ENTITY_PORTAL").call("LogoutChildSession", DEMO_TOKEN, child);
        tibco.call("GetChildSession", DEMO_TOKEN, "00000000-0000-4000-8000-000000000001");
        tibco.call("RefreshChildSession", DEMO_TOKEN, child);

        List<JsonNode> told = told(7);
        assertThat(told)
                .extracting(event -> event.get("action").stringValue() + " "
                        + event.path("denied").asString("-"))
                .containsExactly(
                        "OpenParentSession -",
                        "CreateChildSession -",
                        "GetChildSession child session of another person",
                        "ValidateChildSession child session of another person",
                        "ValidateChildSession child session of another person",
                        "LogoutChildSession child session of another client",
                        "RefreshChildSession -");
    }

    @Test
    void accusesNobodyWhoHasSignedInAnew() {
        String child = tibco.open(operator.post("/parent-sessions", PERSON).text("/sessionToken"));
        String anew = operator.post("/parent-sessions", PERSON).text("/sessionToken");

        tibco.call("GetChildSession", anew, child);
        tibco.open(anew);

        assertThat(told(4))
                .extracting(event -> event.get("action").stringValue())
                .doesNotContain("GetChildSession");
    }

    /** A line of something later shows that none of something earlier is still to come. */
    @Test
    void tellsNothingThatHasNotHappened() {
        tibco.call("LogoutChildSession", DEMO_TOKEN, "00000000-0000-4000-8000-000000000001");
        tibco.call("GetContext", Map.of("sessionToken", DEMO_TOKEN));
        operator.post("/parent-sessions/end", "{\"sessionToken\":\"unknown\",\"reason\":\"ADMIN\"}");
        FAULTS.fail(new StoreUnavailable("gone", null));
        tibco.call("CreateChildSession", Map.of("sessionToken", DEMO_TOKEN));
        operator.post("/parent-sessions", PERSON);
        FAULTS.mend();

        tibco.open(DEMO_TOKEN);

        assertThat(told(1))
                .singleElement()
                .satisfies(
                        event -> assertThat(event.get("action").stringValue()).isEqualTo("CreateChildSession"));
    }

    private List<JsonNode> told(int count) {
        Awaitility.await().until(() -> events().size() >= before + count);
        List<JsonNode> told = events().subList(before, events().size());
        assertThat(told).hasSize(count);
        return told;
    }

    private static List<JsonNode> events() {
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> new JsonMapper().readTree(line))
                    .toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String of(String childId) {
        return Fingerprint.of(UUID.fromString(childId)).hex();
    }

    private static String of(SessionToken token) {
        return Fingerprint.of(token).hex();
    }
}
