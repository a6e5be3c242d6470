package io.s360.iid.server.connection;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Adapter;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.AbstractEndpoint;
import org.apache.tomcat.util.net.NioChannel;
import org.jspecify.annotations.Nullable;

/** The container's HTTP/1.1, with an entrance of our own and an eye on slow senders. The container makes it by its name. */
public final class GuardedProtocol extends Http11NioProtocol {

    private static final Patience UNSET =
            new Patience(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(2));
    private static final int LOOKS_IN_THE_SHORTEST_TIME = 8;
    private static final long MOST_MILLIS_BETWEEN_LOOKS = 500;

    private final Senders senders;
    private Patience patience = UNSET;
    private @Nullable ScheduledFuture<?> watch;

    /** With the times that hold unless {@link #setPatience} says others. */
    public GuardedProtocol() {
        AbstractEndpoint<NioChannel, ?> endpoint = getEndpoint();
        this.senders = new Senders(endpoint.getHandler(), patience);
        endpoint.setHandler(senders);
    }

    void setPatience(Patience other) {
        patience = other;
        senders.setPatience(other);
    }

    @Override
    public void setAdapter(Adapter adapter) {
        super.setAdapter(new Entrance(adapter));
    }

    /** None for a reader of HTTP 0.9: where it could not read a later request, it would answer that without headers, too. */
    @Override
    public int getProcessorCache() {
        Sender sender = Senders.current();
        return sender != null && sender.taints() ? 0 : super.getProcessorCache();
    }

    @Override
    public void start() throws Exception {
        super.start();
        long shortest = Math.min(patience.headers().toMillis(), patience.rest().toMillis());
        long pause = Math.max(1, Math.min(shortest / LOOKS_IN_THE_SHORTEST_TIME, MOST_MILLIS_BETWEEN_LOOKS));
        watch = getUtilityExecutor().scheduleWithFixedDelay(senders::endLateOnes, pause, pause, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (watch != null) {
            watch.cancel(false);
        }
        super.stop();
    }
}
