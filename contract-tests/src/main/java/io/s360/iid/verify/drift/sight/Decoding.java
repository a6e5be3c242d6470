package io.s360.iid.verify.drift.sight;

import io.s360.iid.verify.exchange.Exchange;
import io.s360.iid.verify.exchange.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Answers whose body was compressed for the way. */
final class Decoding {

    private static final int LONGEST = 16 * 1024 * 1024;

    private Decoding() {}

    /** The same with its body as it was before; unchanged if it was not compressed, or cannot be read. */
    static Exchange plain(Exchange exchange) {
        Response response = exchange.response();
        List<String> codings = response.header("Content-Encoding");
        if (codings.size() != 1 || !codings.get(0).strip().equalsIgnoreCase("gzip")) {
            return exchange;
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            byte[] body = in.readNBytes(LONGEST);
            return new Exchange(exchange.request(), new Response(response.status(), response.headers(), body));
        } catch (IOException broken) {
            return exchange;
        }
    }
}
