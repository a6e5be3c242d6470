package io.s360.iid.contract.request;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A request that is right in everything, until something is changed. */
record SampleRequest(String method, String path, List<Map.Entry<String, String>> lines, byte[] bytes)
        implements IncomingRequest {

    private static final String BODY =
            "{\"sessionToken\":\"any-token\",\"sessionId\":\"fa44b0c4-fb2d-43c3-bb65-345ad2a8be11\"}";

    static SampleRequest logout() {
        List<Map.Entry<String, String>> lines = List.of(
                Map.entry("Content-Type", "application/json"),
                Map.entry("X-IID-API-KEY", "right-key"),
                Map.entry("X-IID-CLIENT-ID", "A_CLIENT"));
        return new SampleRequest("POST", "/middleware/api/external/sso/session/logout", lines, utf8(BODY));
    }

    SampleRequest method(String other) {
        return new SampleRequest(other, path, lines, bytes);
    }

    SampleRequest path(String other) {
        return new SampleRequest(method, other, lines, bytes);
    }

    SampleRequest body(String text) {
        return new SampleRequest(method, path, lines, utf8(text));
    }

    SampleRequest bytes(int... values) {
        byte[] other = new byte[values.length];
        for (int at = 0; at < values.length; at++) {
            other[at] = (byte) values[at];
        }
        return new SampleRequest(method, path, lines, other);
    }

    SampleRequest adding(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(lines);
        more.add(Map.entry(name, value));
        return new SampleRequest(method, path, more, bytes);
    }

    SampleRequest without(String name) {
        List<Map.Entry<String, String>> fewer = lines.stream()
                .filter(line -> !line.getKey().equalsIgnoreCase(name))
                .toList();
        return new SampleRequest(method, path, fewer, bytes);
    }

    SampleRequest with(String name, String value) {
        return without(name).adding(name, value);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public List<String> headers(String name) {
        return lines.stream()
                .filter(line -> line.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public long declaredLength() {
        return -1;
    }

    @Override
    public byte[] body(int atMost) {
        return Arrays.copyOf(bytes, Math.min(bytes.length, atMost));
    }
}
