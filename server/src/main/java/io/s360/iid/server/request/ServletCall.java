package io.s360.iid.server.request;

import io.s360.iid.contract.request.IncomingRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A servlet request as the rules of the contract see it. */
final class ServletCall implements IncomingRequest {

    private final HttpServletRequest request;
    private byte @Nullable [] read;

    ServletCall(HttpServletRequest request) {
        this.request = request;
    }

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public String path() {
        return request.getRequestURI();
    }

    /** Asked for many names a request, most of which have no value or one. */
    @Override
    public List<String> headers(String name) {
        Enumeration<String> values = request.getHeaders(name);
        if (!values.hasMoreElements()) {
            return List.of();
        }
        String first = values.nextElement().strip();
        return values.hasMoreElements() ? all(first, values) : List.of(first);
    }

    private static List<String> all(String first, Enumeration<String> others) {
        List<String> all = new ArrayList<>(List.of(first));
        others.asIterator().forEachRemaining(value -> all.add(value.strip()));
        return all;
    }

    @Override
    public long declaredLength() {
        return request.getContentLengthLong();
    }

    /** Reads on first use only: whoever is refused before has nothing read of his body. */
    @Override
    public byte[] body(int atMost) {
        if (read == null) {
            try {
                read = request.getInputStream().readNBytes(expected(atMost));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return read;
    }

    /** As much room is made as is asked for: the limit is large, and almost every body is small and of known length. */
    private int expected(int atMost) {
        long declared = declaredLength();
        return declared < 0 ? atMost : (int) Math.min(declared, atMost);
    }
}
