package io.s360.iid.verify.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.verify.cases.Case;
import io.s360.iid.verify.cases.CaseBook;
import io.s360.iid.verify.cases.Cast;
import io.s360.iid.verify.exchange.Exchange;
import io.s360.iid.verify.exchange.Request;
import io.s360.iid.verify.exchange.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What one answer, or a short scene, shows of live values. */
class LiveJudgeTest {

    private static final String CHILD = "11111111-2222-4333-8444-555555555555";
    private static final Contract CONTRACT = ContractReader.readBundled();
    private static final List<Case> CASES = CaseBook.of(CONTRACT, Cast.ofDemo(CONTRACT));

    private final LiveJudge judge = new LiveJudge(CONTRACT);

    @Test
    void findsNothingInAGoodScene() {
        assertThat(found("GetChildSession", created("08:15", "16:00"), got("08:15", "null")))
                .isEmpty();
        assertThat(found(
                        "GetChildSession",
                        created("08:15", "16:00"),
                        refreshed("08:20"),
                        got("08:20", "\"2026-01-15T08:05:00.000Z\"")))
                .isEmpty();
    }

    @Test
    void knowsTheIdleTime() {
        assertThat(found("CreateChildSession", created("08:16", "16:00"))).containsExactly("body /data/expiresAt");
    }

    @Test
    void knowsTheAbsoluteLimit() {
        assertThat(found("CreateChildSession", created("08:15", "17:00"))).containsExactly("body /data/maxExpiresAt");
        assertThat(found("CreateChildSession", created("08:15", "15:00"))).containsExactly("body /data/maxExpiresAt");
    }

    @Test
    void knowsThatARefreshNeverShortens() {
        assertThat(found("RefreshChildSession", created("08:15", "16:00"), refreshed("08:14")))
                .isNotEmpty();
    }

    @Test
    void knowsThatNothingIsExtendedUnasked() {
        assertThat(found("GetChildSession", created("08:15", "16:00"), got("08:20", "null")))
                .contains("body /data/expiresAt");
    }

    @Test
    void knowsThatARefreshIsRemembered() {
        assertThat(found("GetChildSession", created("08:15", "16:00"), refreshed("08:20"), got("08:20", "null")))
                .contains("body /data/lastRefreshedAt");
        assertThat(found("GetChildSession", created("08:15", "16:00"), got("08:15", "\"2026-01-15T08:00:00.000Z\"")))
                .contains("body /data/lastRefreshedAt");
    }

    @Test
    void knowsThePeopleOfTheDemo() {
        String validity =
                "{'valid':true,'clientId':'TIBCO_CONSUMER','subjectId':'%s','expiresAt':'2026-01-15T08:15:00.000Z'}";
        String layla = "5b0c6f5e-0e0f-4f57-8f7f-6a1f8a2d9c01";
        String omar = "9d3a2b74-6c1e-4b0a-9a55-2f4b7c8e1d02";

        assertThat(found("ValidateChildSession", child("validate", validity.formatted(layla))))
                .isEmpty();
        assertThat(found("ValidateChildSession", child("validate", validity.formatted(omar))))
                .containsExactly("body /data/subjectId");
    }

    @Test
    void countsMessagesWithoutGaps() {
        assertThat(found("AddMessages", created("08:15", "16:00"), added(1, 2), added(3, 4)))
                .isEmpty();
        assertThat(found("AddMessages", created("08:15", "16:00"), added(1, 2), added(4, 5)))
                .contains("body /data/messages/0/sequence");
        assertThat(found("AddMessages", created("08:15", "16:00"), added(2, 3)))
                .contains("body /data/messages/0/sequence");
        assertThat(found("AddMessages", added(7, 9))).containsExactly("body /data/messages/1/sequence");
    }

    private List<String> found(String operation, Exchange... played) {
        Case tried = CASES.stream()
                .filter(each -> each.operation().id().equals(operation))
                .filter(each -> each.expected().equals(each.operation().success()))
                .findFirst()
                .orElseThrow();
        return judge.deviations(tried, List.of(played)).stream()
                .map(Deviation::aspect)
                .toList();
    }

    private static Exchange created(String expires, String most) {
        return exchange(
                "create",
                "{'sessionToken':'demo-session-token'}",
                "{'sessionId':'" + CHILD + "','clientId':'TIBCO_CONSUMER','createdAt':'2026-01-15T08:00:00.000Z',"
                        + "'expiresAt':'2026-01-15T" + expires + ":00.000Z','maxExpiresAt':'2026-01-15T" + most
                        + ":00.000Z'}");
    }

    private static Exchange got(String expires, String refreshed) {
        return child(
                "get",
                "{'sessionId':'" + CHILD + "','clientId':'TIBCO_CONSUMER','createdAt':'2026-01-15T08:00:00.000Z',"
                        + "'expiresAt':'2026-01-15T" + expires
                        + ":00.000Z','maxExpiresAt':'2026-01-15T16:00:00.000Z','lastRefreshedAt':" + refreshed + "}");
    }

    private static Exchange refreshed(String expires) {
        return child(
                "refresh",
                "{'sessionId':'" + CHILD + "','expiresAt':'2026-01-15T" + expires
                        + ":00.000Z','maxExpiresAt':'2026-01-15T16:00:00.000Z'}");
    }

    private static Exchange child(String path, String data) {
        return exchange(path, "{'sessionToken':'demo-session-token','sessionId':'" + CHILD + "'}", data);
    }

    private static Exchange added(int first, int second) {
        return exchange(
                "add",
                "{'sessionToken':'demo-session-token','sessionId':'" + CHILD + "','messages':[{},{}]}",
                "{'accepted':2,'messages':[{'messageId':'a','sequence':" + first + "},{'messageId':'b','sequence':"
                        + second + "}]}");
    }

    private static Exchange exchange(String path, String request, String data) {
        String target = CONTRACT.operations().stream()
                .map(operation -> operation.path())
                .filter(known -> known.endsWith("/" + path))
                .findFirst()
                .orElseThrow();
        return new Exchange(
                new Request("POST", target, List.of(), bytes(request)),
                new Response(200, Map.of(), bytes("{'code':0,'data':" + data + "}")));
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
