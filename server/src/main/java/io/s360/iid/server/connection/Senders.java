package io.s360.iid.server.connection;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Watches whoever is sending. The container's own timeouts are about silence only: a byte now and then would keep a
 * connection, and a thread, for as long as somebody likes.
 */
final class Senders implements Handler<NioChannel> {

    private static final ThreadLocal<@Nullable Sender> CURRENT = new ThreadLocal<>();

    private final Handler<NioChannel> next;
    private final Map<SocketWrapperBase<NioChannel>, Sender> senders = new ConcurrentHashMap<>();
    private volatile Patience patience;

    Senders(Handler<NioChannel> next, Patience patience) {
        this.next = next;
        this.patience = patience;
    }

    void setPatience(Patience other) {
        this.patience = other;
    }

    /** The one whose request this thread is serving. */
    static @Nullable Sender current() {
        return CURRENT.get();
    }

    @Override
    public SocketState process(SocketWrapperBase<NioChannel> socket, SocketEvent event) {
        Sender sender = senders.computeIfAbsent(socket, first -> new Sender(first, patience));
        CURRENT.set(sender);
        SocketState state = SocketState.CLOSED;
        try {
            state = next.process(socket, event);
        } finally {
            CURRENT.remove();
            if (state == SocketState.LONG) {
                sender.startsAgain();
            } else {
                senders.remove(socket);
            }
        }
        return state;
    }

    /** Ends what has taken too long. */
    void endLateOnes() {
        long now = System.nanoTime();
        senders.values().forEach(sender -> sender.endIfLate(now));
    }

    @Override
    public Object getGlobal() {
        return next.getGlobal();
    }

    @Override
    public void release(SocketWrapperBase<NioChannel> socket) {
        senders.remove(socket);
        next.release(socket);
    }

    @Override
    public void pause() {
        next.pause();
    }

    @Override
    public void recycle() {
        next.recycle();
    }
}
