package io.s360.iid.verify.exchange;

import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Operation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Where one case is played: sends its requests, remembers them, and tidies up behind it. */
public final class Stage implements AutoCloseable {

    private final Wire wire;
    private final Target target;
    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final Deque<Farewell> farewells = new ArrayDeque<>();

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

    /** Remembers of a request that it was meant to bring the situation of the case about, by a row that was to decide it. */
    public void note(Operation operation, Decision decision, Exchange exchange) {
        steps.add(new Step(operation, decision, exchange));
    }

    /** What was meant to bring the situation about, in its order. */
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /**
     * A request to be sent when the case is over, whatever comes of it; the last one goes first.
     *
     * @param decision the row that is meant to decide it
     */
    public void finallySend(Operation operation, Decision decision, Request request) {
        farewells.push(new Farewell(operation, decision, request));
    }

    /** What will be sent when the case is over. */
    public List<Farewell> farewells() {
        return List.copyOf(farewells);
    }

    /** A request that leaves a target as it was before the case. */
    public record Farewell(Operation operation, Decision decision, Request request) {}

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
        for (Farewell farewell : farewells) {
            try {
                wire.send(target.baseUri(), target.toSend(farewell.request()));
            } catch (Unreachable silent) {
                return; // what is left behind expires by itself
            }
        }
    }
}
