package io.s360.iid.server.metric;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.s360.iid.server.session.SessionStore;
import io.s360.iid.server.session.StoreUnavailable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How often the store is asked for what, and how long it takes. */
public final class StoreMeters implements InvocationHandler {

    private static final Duration[] BOUNDS = {
        Duration.ofNanos(500_000),
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2)
    };

    private final SessionStore store;
    private final MeterRegistry registry;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    private StoreMeters(SessionStore store, MeterRegistry registry) {
        this.store = store;
        this.registry = registry;
    }

    private record Kind(String call, String outcome) {}

    /** The same store, with its calls timed. */
    public static SessionStore before(SessionStore store, MeterRegistry registry) {
        return (SessionStore) Proxy.newProxyInstance(
                SessionStore.class.getClassLoader(),
                new Class<?>[] {SessionStore.class},
                new StoreMeters(store, registry));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        long start = System.nanoTime();
        String outcome = "failed";
        try {
            Object result = method.invoke(store, arguments);
            outcome = "done";
            return result;
        } catch (InvocationTargetException thrown) {
            outcome = thrown.getCause() instanceof StoreUnavailable ? "unavailable" : outcome;
            throw thrown.getCause();
        } finally {
            timers.computeIfAbsent(new Kind(method.getName(), outcome), this::timer)
                    .record(Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private Timer timer(Kind kind) {
        return Timer.builder("s360.store.calls")
                .description("Calls of the store, each in one transaction")
                .tag("call", kind.call())
                .tag("outcome", kind.outcome())
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }
}
