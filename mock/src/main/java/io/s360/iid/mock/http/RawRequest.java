package io.s360.iid.mock.http;

import io.s360.iid.mock.answer.MockRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import wiremock.org.eclipse.jetty.http.HttpField;
import wiremock.org.eclipse.jetty.server.Request;

/** A request before anybody has decoded, unzipped or trusted any of it. */
final class RawRequest implements MockRequest {

    private static final int LONGEST_TO_DRAIN = 1 << 20;

    private final Request request;
    private final String method;
    private final String path;
    private byte[] begun = new byte[0];

    /** Takes method and path at once: they change if the request is forwarded. */
    RawRequest(Request request) {
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
        List<String> values = List.of();
        for (HttpField field : request.getHttpFields()) {
            if (field.is(name)) {
                values = with(
                        values, Objects.requireNonNullElse(field.getValue(), "").strip());
            }
        }
        return values;
    }

    @Override
    public String query() {
        return Objects.requireNonNullElse(request.getQueryString(), "");
    }

    @Override
    public List<String> headerNames() {
        return List.copyOf(request.getHttpFields().getFieldNamesCollection());
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
            long declared = request.getContentLengthLong();
            if (declared <= LONGEST_TO_DRAIN && declared != begun.length) {
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
            long declared = request.getContentLengthLong();
            int wanted = declared < 0 ? until : (int) Math.min(until, declared);
            byte[] longer = Arrays.copyOf(begun, Math.max(begun.length, wanted));
            int read = request.getInputStream().readNBytes(longer, begun.length, longer.length - begun.length);
            return Arrays.copyOf(longer, begun.length + read);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    /** Most headers stand once. */
    private static List<String> with(List<String> values, String value) {
        if (values.isEmpty()) {
            return List.of(value);
        }
        List<String> more = new ArrayList<>(values);
        more.add(value);
        return more;
    }
}
