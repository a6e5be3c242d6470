package io.s360.iid.verify.exchange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Where one case is played: sends its requests, remembers them, and tidies up behind it. */
public final class Stage implements AutoCloseable {

    private final Wire wire;
    private final Target target;
    private final List<Exchange> exchanges = new ArrayList<>();
    private final Deque<Request> farewells = new ArrayDeque<>();

    public Stage(Target target) {
        this(target, new Wire());
    }

    Stage(Target target, Wire wire) {
        this.target = target;
        this.wire = wire;
    }

    public Target target() {
        return target;
    }

    /**
     * Sends a request and remembers it.
     *
     * @throws Unreachable if there is no answer
     * @throws Withheld if it must not be sent
     */
    public Exchange send(Request request) {
        Exchange exchange = wire.send(target.baseUri(), target.toSend(request));
        exchanges.add(exchange);
        return exchange;
    }

    /** A request to be sent when the case is over, whatever comes of it; the last one goes first. */
    public void finallySend(Request request) {
        farewells.push(request);
    }

    /** All that has been sent so far, in its order. */
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** The next case on the same target, over the same connections. */
    public Stage next() {
        return new Stage(target, wire);
    }

    @Override
    public void close() {
        target.recover();
        for (Request request : farewells) {
            try {
                wire.send(target.baseUri(), target.toSend(request));
            } catch (Unreachable silent) {
                return; // what is left behind expires by itself
            }
        }
    }
}
