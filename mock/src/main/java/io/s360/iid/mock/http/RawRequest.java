package io.s360.iid.mock.http;

import io.s360.iid.mock.answer.MockRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import wiremock.jakarta.servlet.http.HttpServletRequest;

/** A request before anybody has decoded, unzipped or trusted any of it. */
final class RawRequest implements MockRequest {

    private static final int LONGEST_TO_DRAIN = 1 << 20;

    private final HttpServletRequest request;
    private final String method;
    private final String path;
    private byte[] begun = new byte[0];

    /** Takes method and path at once: they change if the request is forwarded. */
    RawRequest(HttpServletRequest request) {
        this.request = request;
        this.method = request.getMethod();
        this.path = Objects.requireNonNullElse(request.getRequestURI(), "");
    }

    @Override
    public String method() {
        return method;
    }

    /** Empty if the target has none, as that of {@code CONNECT}. */
    @Override
    public String path() {
        return path;
    }

    @Override
    public List<String> headers(String name) {
        return Collections.list(request.getHeaders(name)).stream()
                .map(String::strip)
                .toList();
    }

    @Override
    public String query() {
        return Objects.requireNonNullElse(request.getQueryString(), "");
    }

    @Override
    public List<String> headerNames() {
        return Collections.list(request.getHeaderNames());
    }

    @Override
    public byte[] bodySoFar() {
        return begun.clone();
    }

    @Override
    public long declaredLength() {
        return request.getContentLengthLong();
    }

    @Override
    public byte[] body(int atMost) {
        if (begun.length < atMost) {
            begun = readOn(atMost);
        }
        return begun.length > atMost ? Arrays.copyOf(begun, atMost) : begun.clone();
    }

    /**
     * Reads what nobody wanted to read, so that the connection can be used again: a caller that is about to send its next
     * request over it would find it closed. Whoever announces too much loses the connection.
     */
    void drain() {
        try {
            if (request.getContentLengthLong() <= LONGEST_TO_DRAIN) {
                InputStream rest = request.getInputStream();
                byte[] waste = new byte[8_192];
                for (int left = LONGEST_TO_DRAIN; left > 0; ) {
                    int read = rest.read(waste);
                    left = read < 0 ? 0 : left - read;
                }
            }
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private byte[] readOn(int until) {
        try {
            byte[] more = request.getInputStream().readNBytes(until - begun.length);
            byte[] longer = Arrays.copyOf(begun, begun.length + more.length);
            System.arraycopy(more, 0, longer, begun.length, more.length);
            return longer;
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
