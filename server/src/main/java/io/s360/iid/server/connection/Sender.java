package io.s360.iid.server.connection;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection while something is to come from it, and until when it is waited for. */
final class Sender {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private final SocketWrapperBase<NioChannel> socket;
    private final Patience patience;
    private Stage stage = Stage.HEADERS;
    private long deadline;
    private boolean outdated;

    Sender(SocketWrapperBase<NioChannel> socket, Patience patience) {
        this.socket = socket;
        this.patience = patience;
        waitFor(Stage.HEADERS, patience.headers());
    }

    private enum Stage {
        HEADERS,
        BODY,
        REST,
        DEAF,
        GONE
    }

    /** Speaks HTTP as it was before there were headers. */
    void speaksWithoutHeaders() {
        outdated = true;
    }

    /** Whether what has read this request would take a later one for as old. */
    boolean taints() {
        return outdated;
    }

    void headersAreComplete() {
        waitFor(Stage.BODY, patience.body());
    }

    void answered() {
        waitFor(Stage.REST, patience.rest());
    }

    /** More of a request has come than one. */
    void startsAgain() {
        if (!isIn(Stage.HEADERS)) {
            waitFor(Stage.HEADERS, patience.headers());
        }
    }

    private synchronized boolean isIn(Stage wanted) {
        return stage == wanted;
    }

    private synchronized void waitFor(Stage next, Duration time) {
        if (stage != Stage.GONE) {
            stage = next;
            deadline = System.nanoTime() + time.toNanos();
        }
    }

    /** Ends what has taken too long. Whoever serves the request finds that nothing more comes. */
    void endIfLate(long now) {
        switch (late(now)) {
            case HEADERS -> socket.processSocket(SocketEvent.ERROR, true);
            case BODY, REST -> end("input", SocketChannel::shutdownInput);
            case DEAF -> end("output", SocketChannel::shutdownOutput);
            case GONE -> {}
        }
    }

    /** The stage that is over just now; {@code GONE} if none is. */
    private synchronized Stage late(long now) {
        if (stage == Stage.GONE || now - deadline < 0) {
            return Stage.GONE;
        }
        Stage over = stage;
        stage = over == Stage.BODY || over == Stage.REST ? Stage.DEAF : Stage.GONE;
        deadline = now + patience.body().toNanos();
        return over;
    }

    /** Either half of a connection can be closed from here; the whole is the serving thread's. */
    private interface Ending {
        void end(SocketChannel channel) throws IOException;
    }

    private void end(String half, Ending ending) {
        try {
            ending.end(socket.getSocket().getIOChannel());
        } catch (IOException | RuntimeException already) {
            LOG.debug("The {} of a slow connection was closed already", half, already);
        }
    }
}
