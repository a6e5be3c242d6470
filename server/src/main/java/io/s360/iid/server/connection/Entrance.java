package io.s360.iid.server.connection;

import java.util.regex.Pattern;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.buf.MessageBytes;
import org.apache.tomcat.util.net.SocketEvent;
import org.jspecify.annotations.Nullable;

/** Every request passes here, also one that the container will refuse. */
final class Entrance implements Adapter {

    /** A target that no contract has. */
    private static final String NOWHERE = "/*";

    private static final Pattern ENCODED = Pattern.compile("%00|%5[Cc]|%2[Ee]");

    private final Adapter next;

    Entrance(Adapter next) {
        this.next = next;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        letOthersGoFirst();
        @Nullable Sender sender = Senders.current();
        if (request.protocol().equals("")) {
            turnAway(sender, response);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        if (response.getStatus() < 400) {
            leadNowhere(request);
        }
        if (sender != null) {
            sender.headersAreComplete();
        }
        try {
            next.service(request, response);
        } finally {
            if (sender != null) {
                sender.answered();
            }
        }
    }

    /** A virtual thread is never interrupted by another: a connection that always has a next request would go on for ever. */
    @SuppressWarnings("ThreadPriorityCheck")
    private static void letOthersGoFirst() {
        Thread.yield();
    }

    /** Of HTTP as it was before it had headers: the answer would have none either. */
    private static void turnAway(@Nullable Sender sender, Response response) {
        if (sender != null) {
            sender.speaksWithoutHeaders();
        }
        response.action(ActionCode.CLOSE_NOW, null);
    }

    /** A path that the contract does not have is one, whatever it is made of. */
    private static void leadNowhere(Request request) {
        MessageBytes target = request.requestURI();
        if (!target.isNull() && isForTheContainer(target.toString())) {
            target.setString(NOWHERE);
            request.decodedURI().setString(NOWHERE);
        }
    }

    /** What the container would answer on its own: by methods that nobody has, or as malformed. */
    private static boolean isForTheContainer(String target) {
        return target.equals("*")
                || target.contains("..")
                || (target.indexOf('%') >= 0 && ENCODED.matcher(target).find());
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return next.prepare(request, response);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent event) throws Exception {
        return next.asyncDispatch(request, response, event);
    }

    @Override
    public void log(Request request, Response response, long time) {
        next.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        next.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return next.getDomain();
    }
}
