package io.s360.iid.mock.catalogue;

import io.s360.iid.mock.answer.MockRequest;
import io.s360.iid.mock.refusal.Curl;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A step as the request that it will be. */
record Rehearsed(Curl step) implements MockRequest {

    @Override
    public String method() {
        return step.method();
    }

    @Override
    public String path() {
        return step.path();
    }

    @Override
    public String query() {
        return "";
    }

    @Override
    public List<String> headers(String name) {
        return step.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> header.getValue().strip())
                .toList();
    }

    @Override
    public List<String> headerNames() {
        return List.copyOf(step.headers().keySet());
    }

    @Override
    public long declaredLength() {
        return bytes().length;
    }

    @Override
    public byte[] body(int atMost) {
        byte[] all = bytes();
        return all.length <= atMost ? all : Arrays.copyOf(all, atMost);
    }

    @Override
    public byte[] bodySoFar() {
        return bytes();
    }

    private byte[] bytes() {
        return step.body() == null ? new byte[0] : step.body().getBytes(StandardCharsets.UTF_8);
    }
}
