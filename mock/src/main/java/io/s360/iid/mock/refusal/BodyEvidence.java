package io.s360.iid.mock.refusal;

import io.s360.iid.contract.Check;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.request.IncomingRequest;
import io.s360.iid.contract.schema.Violation;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a body is that could not be read: its size, and where it stops being text. */
final class BodyEvidence {

    private BodyEvidence() {}

    static String of(Violation violation, IncomingRequest request, @Nullable Operation operation) {
        int limit = operation == null ? 0 : operation.maxBytes();
        if (violation.key().equals(Check.Kind.SIZE.key())) {
            return request.declaredLength() > limit
                    ? request.declaredLength() + " bytes announced"
                    : "more than " + limit + " bytes";
        }
        byte[] body = request.body(limit + 1);
        String size = body.length + (body.length == 1 ? " byte" : " bytes");
        int readable = violation.key().equals(Check.Kind.ENCODING.key()) ? readableBytes(body) : body.length;
        return readable == body.length
                ? size
                : size + ", of which that at offset %d (%02x) is not UTF-8".formatted(readable, body[readable]);
    }

    /** How many bytes there are before the first that is not UTF-8. */
    private static int readableBytes(byte[] body) {
        ByteBuffer bytes = ByteBuffer.wrap(body);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(bytes, CharBuffer.allocate(body.length + 1), true);
        return result.isError() ? bytes.position() : body.length;
    }
}
