package io.s360.iid.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.server.session.SessionStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A store that does something first, when it is told to: fail, or wait. */
final class Faults {

    /** What the server asks for by itself, again and again. */
    private static final String HOUSE_KEEPING = "disabledClients";

    private volatile @Nullable Consumer<Method> first;

    SessionStore before(SessionStore store) {
        return (SessionStore) Proxy.newProxyInstance(
                SessionStore.class.getClassLoader(),
                new Class<?>[] {SessionStore.class},
                (proxy, method, arguments) -> {
                    Consumer<Method> now = first;
                    if (now != null) {
                        now.accept(method);
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    void fail(RuntimeException fault) {
        first = method -> {
            throw fault;
        };
    }

    /** From now on every caller waits until he is released. */
    Held hold() {
        Held held = new Held();
        first = method -> {
            if (!method.getName().equals(HOUSE_KEEPING)) {
                held.pass();
            }
        };
        return held;
    }

    void mend() {
        first = null;
    }

    /** Those who wait before the store. */
    static final class Held {

        private final CountDownLatch arrived = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);

        void awaitArrival() throws InterruptedException {
            assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();
        }

        void release() {
            released.countDown();
        }

        private void pass() {
            arrived.countDown();
            try {
                assertThat(released.await(1, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
