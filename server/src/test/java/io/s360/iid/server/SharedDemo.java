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

    private static final List<String> STORE_CALLS = Collections.synchronizedList(new ArrayList<>());
    private static final S360Server SERVER = S360Server.start(S360Server.Options.defaults()
            .withDemo()
            .withPort(0)
            .withManagement(0, MANAGEMENT_KEY)
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
