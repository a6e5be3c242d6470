package io.s360.iid.server;

import static io.s360.iid.server.WireCaller.DEMO_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.server.session.Context;
import io.s360.iid.server.session.NewMessage;
import io.s360.iid.server.session.ParentSession;
import io.s360.iid.server.session.SessionStore;
import io.s360.iid.server.session.SessionToken;
import io.s360.iid.server.session.store.TestDatabase;
import io.s360.iid.server.session.store.TestPostgres;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two servers on one PostgreSQL, chosen by its address alone. */
class PostgresTest {

    private static final String KEY = "open-sesame";
    private static final List<Map<String, String>> MESSAGES = List.of(
            Map.of("level", "INFO", "en", "Done", "ar", "تم"), Map.of("level", "INFO", "en", "Done", "ar", "تم"));

    private static String url;
    private static SessionStore store;
    private static S360Server one;
    private static S360Server other;
    private static WireCaller here;
    private static WireCaller there;

    @BeforeAll
    static void start() {
        url = TestPostgres.shared().newDatabase();
        S360Server.Options options = S360Server.Options.defaults()
                .withDemo()
                .withPort(0)
                .withManagement(0, KEY)
                .with("spring.datasource.url=" + url);
        one = S360Server.start(options.withStore(behind -> {
            store = behind;
            return behind;
        }));
        other = S360Server.start(options);
        here = WireCaller.tibco(one);
        there = WireCaller.tibco(other);
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    @Test
    void answersEveryOperationByTheContract() {
        String child = here.open(DEMO_TOKEN);

        List<Integer> statuses = Stream.of("GetChildSession", "RefreshChildSession", "ValidateChildSession")
                .map(operation -> there.call(operation, DEMO_TOKEN, child).status())
                .toList();

        assertThat(statuses).containsOnly(200);
        assertThat(there.call("GetContext", Map.of("sessionToken", DEMO_TOKEN)).status())
                .isEqualTo(200);
        assertThat(there.call(
                                "AddMessages",
                                Map.of("sessionToken", DEMO_TOKEN, "sessionId", child, "messages", MESSAGES))
                        .status())
                .isEqualTo(200);
    }

    /** As after a change of the contract that has left data behind. */
    @Test
    void isUnavailableWhereItCannotReadWhatIsKept() {
        ParentSession known =
                store.findParent(new SessionToken(DEMO_TOKEN).hash()).orElseThrow();
        Context.Person person = known.context().person();
        Context.Person unknown =
                new Context.Person(person.subjectId(), person.name(), person.email(), person.mobile(), "BY_MAGIC");
        store.addParent(new ParentSession(
                UUID.randomUUID(), new SessionToken("t").hash(), new Context(unknown, null, "en"), known.lifespan()));

        assertThat(here.call("GetContext", Map.of("sessionToken", "t")).code()).isEqualTo("SERVICE_UNAVAILABLE");
    }

    /** From the wire to the table: neither escaped, nor trimmed, nor brought into another form, each in its place. */
    @Test
    void keepsMessagesAsTheyCame() {
        String decomposed = Normalizer.normalize("أهلا é", Normalizer.Form.NFD);
        List<NewMessage> texts = List.of(
                new NewMessage("INFO", "<script>alert('1')</script> &amp; &#39;", "مـــرحبا ٣3۳", "A.b:c_d-1"),
                new NewMessage("WARNING", "'; drop table message; --\\ \" %s ${7*7}", decomposed, null),
                new NewMessage("ERROR", "👨\u200D👩\u200D👧\u200D👦".repeat(142), " \ta\r\nb\u00A0 ", "x"));
        String child = here.open(DEMO_TOKEN);

        int status = here.call(
                        "AddMessages",
                        Map.of(
                                "sessionToken",
                                DEMO_TOKEN,
                                "sessionId",
                                child,
                                "messages",
                                texts.stream().map(PostgresTest::written).toList()))
                .status();

        assertThat(status).isEqualTo(200);
        try (TestDatabase kept = TestDatabase.at(url, 1)) {
            assertThat(kept.messagesOf(UUID.fromString(child))).isEqualTo(texts);
        }
    }

    private static Map<String, String> written(NewMessage text) {
        Map<String, String> members = new HashMap<>(Map.of("level", text.level(), "en", text.en(), "ar", text.ar()));
        if (text.clientMessageId() != null) {
            members.put("clientMessageId", text.clientMessageId());
        }
        return members;
    }

    @Test
    void seesALogoutOnTheOtherInstanceAtOnce() {
        String child = here.open(DEMO_TOKEN);

        assertThat(there.call("LogoutChildSession", DEMO_TOKEN, child).status()).isEqualTo(200);

        assertThat(Replay.aboutChild(here, DEMO_TOKEN, child)).isEqualTo(Replay.refusedBecause("ALREADY_LOGGED_OUT"));
    }

    @Test
    void seesTheEndOfAParentOnTheOtherInstanceAtOnce() {
        String token = DEMO_TOKEN + "-2";
        String child = here.open(token);

        WireCaller.Answer end = WireCaller.operator(other, KEY)
                .postObject("/parent-sessions/end", Map.of("sessionToken", token, "reason", "ADMIN"));

        assertThat(end.status()).isEqualTo(200);
        assertThat(Replay.aboutParent(here, token)).containsOnly("401 SESSION_ENDED");
        assertThat(Replay.aboutChild(here, token, child)).isEqualTo(Replay.refusedBecause("SESSION_ENDED"));
    }
}
