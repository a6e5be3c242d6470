package io.s360.iid.server.request;

import io.s360.iid.contract.request.IncomingRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
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

    @Override
    public List<String> headers(String name) {
        return Collections.list(request.getHeaders(name)).stream()
                .map(String::strip)
                .toList();
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
