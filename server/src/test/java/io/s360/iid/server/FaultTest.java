package io.s360.iid.server;

import static io.s360.iid.server.WireCaller.CONTRACT;
import static io.s360.iid.server.WireCaller.DEMO_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Operation;
import io.s360.iid.server.WireCaller.Answer;
import io.s360.iid.server.session.SessionStore;
import io.s360.iid.server.session.StoreUnavailable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong behind the operations is never told as a fault of the caller. */
class FaultTest {

    private static volatile @Nullable RuntimeException fault;

    private static S360Server server;
    private static WireCaller tibco;

    @BeforeAll
    static void start() {
        server = S360Server.start(S360Server.Options.defaults()
                .withDemo()
                .withPort(0)
                .withManagement(0, "k")
                .withStore(FaultTest::faulty));
        tibco = WireCaller.tibco(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void mend() {
        fault = null;
    }

    static Stream<Operation> operations() {
        return CONTRACT.operations().stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void answersUnavailableWhileTheStoreIs(Operation operation) {
        fault = new StoreUnavailable("gone", null);

        Answer answer = call(operation);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("SERVICE_UNAVAILABLE");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void answersAnUnforeseenFaultWithoutItsDetails(Operation operation) {
        fault = new IllegalStateException("secret detail");

        Answer answer = call(operation);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.code()).isEqualTo("INTERNAL_ERROR");
        assertThat(answer.text()).doesNotContain("secret", "Exception");
        assertThat(answer.headers()).containsKey("x-iid-traceid");
    }

    @Test
    void stillTellsAStrangerThatHeIsOne() {
        fault = new StoreUnavailable("gone", null);

        Answer answer = tibco.with("X-IID-API-KEY", "wrong")
                .call("GetChildSession", DEMO_TOKEN, "00000000-0000-4000-8000-000000000001");

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void answersAgainAsSoonAsTheStoreDoes() {
        fault = new StoreUnavailable("gone", null);
        call(CONTRACT.operation("GetContext"));

        fault = null;

        assertThat(call(CONTRACT.operation("GetContext")).status()).isEqualTo(200);
    }

    @Test
    void isNotReadyWhileTheStoreIsUnavailableButLives() {
        WireCaller operator = WireCaller.operator(server, "k");
        fault = new StoreUnavailable("gone", null);

        assertThat(operator.send("GET", "/health/ready").status()).isEqualTo(503);
        assertThat(operator.send("GET", "/health/live").status()).isEqualTo(200);
    }

    private static Answer call(Operation operation) {
        return tibco.call(
                operation.id(), operation.requests().values().iterator().next());
    }

    private static SessionStore faulty(SessionStore store) {
        return (SessionStore) Proxy.newProxyInstance(
                SessionStore.class.getClassLoader(),
                new Class<?>[] {SessionStore.class},
                (proxy, method, arguments) -> {
                    RuntimeException now = fault;
                    if (now != null) {
                        throw now;
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
