package io.s360.iid.server;

import io.s360.iid.server.session.SessionStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One demo server for all the tests that leave it as it was; it ends with the tests. */
final class SharedDemo {

    static final String MANAGEMENT_KEY = "open-sesame";

    /** Clients of this server alone, whose key is {@code foo}. */
    static final String WITH_AN_EXPIRED_KEY = "EXPIRED_PORTAL";

    static final String OUT_OF_USE = "ABANDONED_PORTAL";

    private static final String HASH_OF_FOO = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";

    private static final List<String> STORE_CALLS = Collections.synchronizedList(new ArrayList<>());
    private static final S360Server SERVER = S360Server.start(S360Server.Options.defaults()
            .withDemo()
            .withPort(0)
            .withManagement(0, MANAGEMENT_KEY)
            .with("s360.clients[0].id=" + WITH_AN_EXPIRED_KEY)
            .with("s360.clients[0].keys[0].sha256=" + HASH_OF_FOO)
            .with("s360.clients[0].keys[0].expires=2020-01-01T00:00:00Z")
            .with("s360.clients[1].id=" + OUT_OF_USE)
            .with("s360.clients[1].key-sha256=" + HASH_OF_FOO)
            .withStore(SharedDemo::recorded));

    private SharedDemo() {}

    static S360Server server() {
        return SERVER;
    }

    /** What the store is asked while something is done. */
    static List<String> storeCallsOf(Runnable action) {
        STORE_CALLS.clear();
        action.run();
        return List.copyOf(STORE_CALLS);
    }

    private static SessionStore recorded(SessionStore store) {
        return (SessionStore) Proxy.newProxyInstance(
                SessionStore.class.getClassLoader(),
                new Class<?>[] {SessionStore.class},
                (proxy, method, arguments) -> {
                    STORE_CALLS.add(method.getName());
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
