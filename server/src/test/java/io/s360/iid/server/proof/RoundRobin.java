package io.s360.iid.server.proof;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Sends each call to the next server, among those that said a moment ago that they are ready. Repeats nothing. */
public final class RoundRobin implements Supplier<Instance>, AutoCloseable {

    private static final int LOOK_EVERY_MILLIS = 100;

    private final List<Instance> instances;
    private final Set<Instance> out = ConcurrentHashMap.newKeySet();
    private final AtomicInteger next = new AtomicInteger();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "looks at readiness");
        thread.setDaemon(true);
        return thread;
    });

    private RoundRobin(List<Instance> instances) {
        this.instances = instances;
    }

    /** One that looks at nothing. */
    public static RoundRobin blindly(List<Instance> instances) {
        return new RoundRobin(instances);
    }

    /** One that leaves out who is not ready. */
    public static RoundRobin ofReady(List<Instance> instances) {
        RoundRobin balancer = new RoundRobin(instances);
        balancer.looks.scheduleWithFixedDelay(balancer::look, 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return balancer;
    }

    private void look() {
        for (Instance instance : instances) {
            if (instance.isReady()) {
                out.remove(instance);
            } else {
                out.add(instance);
            }
        }
    }

    @Override
    public Instance get() {
        for (int tried = 0; tried < instances.size(); tried++) {
            Instance instance = instances.get(Math.floorMod(next.getAndIncrement(), instances.size()));
            if (!out.contains(instance)) {
                return instance;
            }
        }
        return instances.get(0);
    }

    public boolean isOut(Instance instance) {
        return out.contains(instance);
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
