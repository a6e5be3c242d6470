package io.s360.iid.verify.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A request as it will be sent.
 *
 * @param target path and query
 * @param headers in their order; a name may stand several times
 */
@SuppressWarnings("ArrayRecordComponent") // requests are sent, never compared
public record Request(String method, String target, List<Header> headers, byte[] body) {

    /** A header line. */
    public record Header(String name, String value) {}

    public Request {
        headers = List.copyOf(headers);
    }

    public Request withMethod(String other) {
        return new Request(other, target, headers, body);
    }

    public Request withTarget(String other) {
        return new Request(method, other, headers, body);
    }

    public Request withBody(byte[] other) {
        return new Request(method, target, headers, other);
    }

    public Request withBody(String other) {
        return withBody(other.getBytes(StandardCharsets.UTF_8));
    }

    /** Without any header of this name. */
    public Request without(String name) {
        List<Header> others = headers.stream()
                .filter(header -> !header.name().equalsIgnoreCase(name))
                .toList();
        return new Request(method, target, others, body);
    }

    /** With this header only, whatever stood there under its name. */
    public Request with(String name, String value) {
        return without(name).adding(name, value);
    }

    /** With one header line more. */
    public Request adding(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Request(method, target, more, body);
    }

    /** The first value of a header; empty text if it is absent. */
    public String header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst()
                .orElse("");
    }

    /** Whether it carries a header, and never with another value. */
    public boolean hasOnly(String name, String value) {
        List<String> values = headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
        return !values.isEmpty() && values.stream().allMatch(value::equals);
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
