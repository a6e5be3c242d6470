package io.s360.iid.server.proof.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.server.proof.Child;
import io.s360.iid.server.proof.Client;
import io.s360.iid.server.proof.Crowd;
import io.s360.iid.server.proof.Operator;
import io.s360.iid.server.proof.history.Circumstances;
import io.s360.iid.server.proof.history.History;
import io.s360.iid.server.proof.history.HistoryCheck;
import io.s360.iid.server.proof.history.Kind;
import io.s360.iid.server.proof.history.Violation;
import io.s360.iid.server.proof.history.Violation.Rule;
import io.s360.iid.server.session.SessionStore;
import io.s360.iid.server.session.StoreUnavailable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose store has a fault is found out, from what its callers see. */
class FaultyStoreTest {

    private static final Client CLIENT = Client.several(1).get(0);

    @TempDir
    private Path folder;

    /** What a store does in the place of what it should do. */
    private interface Fault {
        Object instead();
    }

    @Test
    void forgetsALogoutThatItHasAcknowledged() {
        assertThat(found("endChild", () -> true)).contains(Rule.MORE_THAN_ONE_END, Rule.LIFE_AFTER_AN_END);
    }

    @Test
    void fails() {
        assertThat(found("endChild", () -> {
                    throw new StoreUnavailable("broken", null);
                }))
                .containsExactly(Rule.A_FAULT);
    }

    @Test
    void isSound() {
        assertThat(found("none of them", () -> true)).isEmpty();
    }

    private Set<Rule> found(String method, Fault fault) {
        History history = new History();
        List<String> settings = List.of("s360.data=" + folder);
        try (Stage stage = new Stage(
                        1,
                        ContractReader.readBundled(),
                        settings,
                        List.of(CLIENT),
                        store -> faulty(store, method, fault));
                Crowd crowd = new Crowd()) {
            Child child = CLIENT.create(
                            history,
                            stage.any(),
                            Operator.openParent(history, stage.any()).orElseThrow())
                    .orElseThrow();
            crowd.atOnce(Crowd.times(4, () -> CLIENT.call(history, stage.any(), Kind.LOGOUT, child)));
            CLIENT.call(history, stage.any(), Kind.REFRESH, child);
        }
        return new HistoryCheck(Circumstances.calm())
                .violations(history).stream().map(Violation::rule).collect(Collectors.toSet());
    }

    private static SessionStore faulty(SessionStore store, String broken, Fault fault) {
        return (SessionStore) Proxy.newProxyInstance(
                SessionStore.class.getClassLoader(),
                new Class<?>[] {SessionStore.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals(broken)) {
                        return fault.instead();
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
