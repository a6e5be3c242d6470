package io.s360.iid.server;

import io.s360.iid.server.session.SessionStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** A store that does something first, when it is told to: fail, or wait. */
final class Faults {

    private volatile @Nullable Runnable first;

    SessionStore before(SessionStore store) {
        return (SessionStore) Proxy.newProxyInstance(
                SessionStore.class.getClassLoader(),
                new Class<?>[] {SessionStore.class},
                (proxy, method, arguments) -> {
                    Runnable now = first;
                    if (now != null) {
                        now.run();
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    void fail(RuntimeException fault) {
        first = () -> {
            throw fault;
        };
    }

    void first(Runnable action) {
        first = action;
    }

    void mend() {
        first = null;
    }
}
