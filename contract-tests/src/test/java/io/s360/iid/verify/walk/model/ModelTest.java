package io.s360.iid.verify.walk.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.Resource;
import io.s360.iid.contract.Standing;
import io.s360.iid.contract.reading.ContractReader;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/** Histories written by hand from the text of the contract: the reference itself has to be right. */
class ModelTest {

    private static final Instant START = Instant.parse("2026-01-15T08:00:00Z");
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final int LAYLA = 1;
    private static final int OMAR = 2;
    private static final int NOBODY = 0;
    private static final String US = "TIBCO_CONSUMER";
    private static final String THEM = "ENTITY_PORTAL";

    private final Contract contract = ContractReader.readBundled();
    private final Model model = new Model(contract, START);
    private int next = 10;

    @BeforeEach
    void signIn() {
        Resource parent = contract.lifecycle().resource("parentSession");
        for (int person : new int[] {LAYLA, OMAR}) {
            Life life = Life.begun(START, START, parent.expires(), null);
            model.put(parent, person, 0, null, JsonNodeFactory.instance.objectNode(), life, Standing.active());
        }
    }

    @Test
    void childDiesAtExactlyItsIdleTime() {
        int child = create(US, LAYLA);

        model.advance(Duration.ofMinutes(15).minus(MOMENT));
        assertThat(answer("GetChildSession", US, LAYLA, child)).isEqualTo("found");
        model.advance(MOMENT);
        assertThat(answer("GetChildSession", US, LAYLA, child)).isEqualTo("session-expired");
        assertThat(answer("RefreshChildSession", US, LAYLA, child)).isEqualTo("session-expired");
        assertThat(answer("ValidateChildSession", US, LAYLA, child)).isEqualTo("not-valid");
    }

    @Test
    void parentDiesAtExactlyItsIdleTimeAndIsForgottenLater() {
        model.advance(Duration.ofMinutes(30).minus(MOMENT));
        assertThat(answer("GetContext", US, LAYLA, NOBODY)).isEqualTo("context");
        model.advance(MOMENT);
        assertThat(answer("GetContext", US, LAYLA, NOBODY)).isEqualTo("session-expired");
        model.advance(Duration.ofHours(36).minus(MOMENT));
        assertThat(answer("GetContext", US, LAYLA, NOBODY)).isEqualTo("session-expired");
        model.advance(MOMENT);
        assertThat(answer("GetContext", US, LAYLA, NOBODY)).isEqualTo("session-invalid");
    }

    @Test
    void refreshExtendsTheChildButNeverPastItsParentsLastMoment() {
        int child = create(US, LAYLA);
        Foretold last = refresh(child);
        for (int minutes = 10; minutes < 12 * 60; minutes += 10) {
            model.advance(Duration.ofMinutes(10));
            last = refresh(child);
            if (minutes == 20) {
                assertThat(shown(last, "/data/expiresAt")).isEqualTo("2026-01-15T08:35:00.000Z");
            }
            if (minutes >= 8 * 60) {
                break;
            }
        }

        assertThat(last.answer().name()).isEqualTo("session-expired");
        assertThat(shown(create(US, LAYLA, "/data/maxExpiresAt"))).isEqualTo("2026-01-15T20:00:00.000Z");
    }

    @Test
    void refreshExtendsTheParentAtMostOnceAMinute() {
        int child = create(US, LAYLA);

        model.advance(Duration.ofMinutes(1).minus(MOMENT));
        refresh(child);
        assertThat(parentExpiry()).isEqualTo("2026-01-15T08:30:00.000Z");
        model.advance(MOMENT);
        refresh(child);
        assertThat(parentExpiry()).isEqualTo("2026-01-15T08:31:00.000Z");
    }

    @Test
    void createExtendsTheParentEachTimeAndOthersDoNot() {
        int child = create(US, LAYLA);
        model.advance(Duration.ofSeconds(10));
        answer("GetChildSession", US, LAYLA, child);
        answer("ValidateChildSession", US, LAYLA, child);
        answer("AddMessages", US, LAYLA, child);
        assertThat(parentExpiry()).isEqualTo("2026-01-15T08:30:00.000Z");

        create(US, LAYLA);

        assertThat(parentExpiry()).isEqualTo("2026-01-15T08:30:10.000Z");
    }

    @Test
    void logoutSucceedsOnceAndItsReasonStays() {
        int child = create(US, LAYLA);

        assertThat(answer("LogoutChildSession", US, LAYLA, child)).isEqualTo("logged-out");
        assertThat(answer("LogoutChildSession", US, LAYLA, child)).isEqualTo("already-logged-out");
        model.advance(Duration.ofHours(20));
        assertThat(answer("LogoutChildSession", US, LAYLA, child)).isEqualTo("already-logged-out");
        assertThat(answer("AddMessages", US, LAYLA, child)).isEqualTo("already-logged-out");
    }

    @Test
    void childOfAnotherIsUnknown() {
        int child = create(US, LAYLA);

        assertThat(answer("GetChildSession", THEM, LAYLA, child)).isEqualTo("child-session-not-found");
        assertThat(answer("GetChildSession", US, OMAR, child)).isEqualTo("child-session-not-found");
        assertThat(answer("GetChildSession", US, LAYLA, NOBODY)).isEqualTo("child-session-not-found");
        assertThat(answer("GetChildSession", US, NOBODY, child)).isEqualTo("session-invalid");
    }

    @Test
    void clientsThatMayNotAreToldSoAfterWhatTheyMayNotKnow() {
        assertThat(answer("GetContext", "RESTRICTED_PORTAL", LAYLA, NOBODY)).isEqualTo("operation-not-allowed");
        assertThat(answer("GetContext", "RESTRICTED_PORTAL", NOBODY, NOBODY)).isEqualTo("session-invalid");
        assertThat(answer("GetContext", "DISABLED_PORTAL", LAYLA, NOBODY)).isEqualTo("client-auth-failed");
    }

    @Test
    void limitCountsActiveOnesOfTheClient() {
        int first = create(US, LAYLA);
        for (int more = 1; more < 5; more++) {
            create(US, LAYLA);
        }

        assertThat(answer("CreateChildSession", US, LAYLA, NOBODY)).isEqualTo("session-limit-reached");
        assertThat(answer("CreateChildSession", THEM, LAYLA, NOBODY)).isEqualTo("created");
        answer("LogoutChildSession", US, LAYLA, first);
        assertThat(answer("CreateChildSession", US, LAYLA, NOBODY)).isEqualTo("created");
    }

    @Test
    void messagesAreNumberedAndTakenAllOrNone() {
        int child = create(US, LAYLA);
        for (int call = 0; call < 9; call++) {
            add(child, 20);
        }

        Foretold more = add(child, 15);
        assertThat(shown(more, "/data/accepted")).isEqualTo("15");
        assertThat(shown(more, "/data/messages/0/sequence")).isEqualTo("181");
        assertThat(more.live()).containsEntry("/data/messages/15", new Foretold.Value.Nothing());
        assertThat(add(child, 6).answer().name()).isEqualTo("message-limit-reached");
        assertThat(shown(add(child, 5), "/data/messages/4/sequence")).isEqualTo("200");
    }

    @Test
    void parentsEndIsItsChildrensForGood() {
        int child = create(US, LAYLA);

        model.end(LAYLA, "LOGOUT");

        assertThat(answer("GetChildSession", US, LAYLA, child)).isEqualTo("session-ended");
        model.advance(Duration.ofHours(1));
        assertThat(answer("GetChildSession", US, LAYLA, child)).isEqualTo("session-ended");
        assertThat(answer("GetContext", US, LAYLA, NOBODY)).isEqualTo("already-logged-out");
    }

    @Test
    void whatHasExpiredCannotBeEndedAgain() {
        int child = create(US, LAYLA);
        model.advance(Duration.ofMinutes(15));

        model.end(child, "ADMIN");

        assertThat(answer("GetChildSession", US, LAYLA, child)).isEqualTo("session-expired");
    }

    private int create(String client, int person) {
        assertThat(answer("CreateChildSession", client, person, NOBODY)).isEqualTo("created");
        return next - 1;
    }

    private Foretold.Value create(String client, int person, String pointer) {
        return call("CreateChildSession", client, person, NOBODY, 1).live().get(pointer);
    }

    private Foretold refresh(int child) {
        return call("RefreshChildSession", US, LAYLA, child, 1);
    }

    private Foretold add(int child, int items) {
        return call("AddMessages", US, LAYLA, child, items);
    }

    private String parentExpiry() {
        return shown(call("GetContext", US, LAYLA, NOBODY, 1), "/data/expiresAt");
    }

    private String answer(String operation, String client, int person, int child) {
        return call(operation, client, person, child, 1).answer().name();
    }

    private Foretold call(String id, String client, int person, int child, int items) {
        Operation operation = contract.operation(id);
        Map<String, Integer> subjects = new HashMap<>(Map.of("parentSession", person));
        subjects.put("childSession", child);
        return model.call(
                new Call(next++, operation, contract.demo().client(client).orElseThrow(), subjects, items));
    }

    private static String shown(Foretold foretold, String pointer) {
        return shown(foretold.live().get(pointer));
    }

    private static String shown(Foretold.Value value) {
        return ((Foretold.Value.Exactly) value).value().asString();
    }
}
