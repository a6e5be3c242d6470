package io.s360.iid.mock.http;

import io.s360.iid.contract.request.IncomingRequest;
import java.io.ByteArrayInputStream;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;
import wiremock.jakarta.servlet.ReadListener;
import wiremock.jakarta.servlet.ServletInputStream;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * What WireMock sees of a request: never more than a number of bytes, and nothing that it would unzip, since it does that
 * without a limit and without being asked.
 */
final class TamedRequest extends HttpServletRequestWrapper {

    private static final String CODING = "Content-Encoding";
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private final IncomingRequest raw;
    private final int longest;

    TamedRequest(HttpServletRequest request, IncomingRequest raw, int longest) {
        super(request);
        this.raw = raw;
        this.longest = longest;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Bytes(new ByteArrayInputStream(visibleBody()));
    }

    @Override
    public @Nullable String getHeader(String name) {
        return isCoding(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isCoding(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                .filter(name -> !isCoding(name))
                .toList());
    }

    private byte[] visibleBody() {
        if (raw.declaredLength() > longest || !raw.headers(CODING).isEmpty()) {
            return new byte[0];
        }
        byte[] body = raw.body(longest);
        return isZipped(body) ? new byte[0] : body;
    }

    private static boolean isCoding(String name) {
        return name.equalsIgnoreCase(CODING);
    }

    private static boolean isZipped(byte[] body) {
        return body.length > 1 && (body[0] & 0xff) == GZIP_FIRST && (body[1] & 0xff) == GZIP_SECOND;
    }

    private static final class Bytes extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Bytes(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int length) {
            return bytes.read(into, from, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("all bytes are here already");
        }
    }
}
