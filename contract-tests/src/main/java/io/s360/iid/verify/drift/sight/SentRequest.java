package io.s360.iid.verify.drift.sight;

import io.s360.iid.contract.request.IncomingRequest;
import io.s360.iid.verify.exchange.Request;
import java.util.Arrays;
import java.util.List;

/** A request that was passed on, as the rules for requests want to see it. */
record SentRequest(Request request) implements IncomingRequest {

    @Override
    public String method() {
        return request.method();
    }

    @Override
    public String path() {
        return request.target().split("[?]", 2)[0];
    }

    @Override
    public List<String> headers(String name) {
        return request.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(header -> header.value().strip())
                .toList();
    }

    @Override
    public long declaredLength() {
        return request.body().length;
    }

    @Override
    public byte[] body(int atMost) {
        return Arrays.copyOf(request.body(), Math.min(atMost, request.body().length));
    }
}
