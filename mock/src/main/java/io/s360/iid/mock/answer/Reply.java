package io.s360.iid.mock.answer;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer as it goes over the wire.
 *
 * @param headers in their order, with the type of the body; must not change any longer
 */
public record Reply(int status, Map<String, String> headers, String body) {

    public Reply {
        headers = Collections.unmodifiableMap(headers);
    }

    /** The same with one header more, or another value of it. */
    public Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }

    /** The body in UTF-8. */
    public byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
