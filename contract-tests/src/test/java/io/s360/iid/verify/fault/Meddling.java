package io.s360.iid.verify.fault;

import io.s360.iid.verify.exchange.Request;
import io.s360.iid.verify.exchange.Response;
import java.util.function.BiFunction;

/** What is done to what passes. */
@FunctionalInterface
public interface Meddling {

    Response meddle(Request request, Upstream upstream);

    /** Where answers come from. */
    @FunctionalInterface
    interface Upstream {
        Response send(Request request);
    }

    /** Only answers are changed: the response to a request for a path. */
    static Meddling ofAnswers(BiFunction<String, Response, Response> distortion) {
        return (request, upstream) -> distortion.apply(request.target(), upstream.send(request));
    }

    /** This, and behind it another. */
    default Meddling before(Meddling other) {
        return (request, upstream) -> meddle(request, passed -> other.meddle(passed, upstream));
    }
}
