package io.s360.iid.verify.exchange;

import io.s360.iid.server.session.SessionStore;
import io.s360.iid.server.session.StoreUnavailable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Stands before the server's store, and fails when told to. */
final class FailingStore {

    private volatile @Nullable Fault fault;

    void fail(Fault kind) {
        fault = kind;
    }

    void recover() {
        fault = null;
    }

    SessionStore before(SessionStore store) {
        return (SessionStore) Proxy.newProxyInstance(
                SessionStore.class.getClassLoader(),
                new Class<?>[] {SessionStore.class},
                (proxy, method, arguments) -> call(store, method, arguments));
    }

    private @Nullable Object call(SessionStore store, Method method, Object @Nullable [] arguments) throws Throwable {
        Fault now = fault;
        if (now == Fault.UNAVAILABLE) {
            throw new StoreUnavailable("provoked", null);
        }
        if (now == Fault.UNFORESEEN) {
            throw new IllegalStateException("provoked");
        }
        try {
            return method.invoke(store, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause() == null ? failed : failed.getCause();
        }
    }
}
