package io.s360.iid.mock.http;

import io.s360.iid.mock.answer.Reply;
import java.io.IOException;
import wiremock.jakarta.servlet.http.HttpServletResponse;

/** Writing replies past WireMock. */
final class Wire {

    private Wire() {}

    /** Writes all of a reply over what is there so far; the headers of CORS stay. */
    static void write(Reply reply, HttpServletResponse response) throws IOException {
        byte[] body = reply.bytes();
        response.resetBuffer();
        response.setStatus(reply.status());
        reply.headers().forEach(response::setHeader);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
