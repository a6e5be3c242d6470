package io.s360.iid.mock.http;

import io.s360.iid.mock.answer.Reply;
import io.s360.iid.mock.answer.Served;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Supplier;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.http.HttpFields;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.ErrorHandler;

/**
 * Answers what is not HTTP, and faults that nobody has caught, without a page of Jetty's. Jetty has chosen the status; the
 * contract's envelope goes with it where the contract knows it.
 */
public final class Misfits extends ErrorHandler {

    private static final int SERVER_ERROR = 500;

    private final Supplier<Served> served;

    public Misfits(Supplier<Served> served) {
        this.served = served;
    }

    @Override
    public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
        Reply reply = served.get().replyToNoRequest();
        if (reply.status() != status) {
            return ByteBuffer.allocate(0);
        }
        reply.headers().forEach(fields::put);
        return ByteBuffer.wrap(reply.bytes());
    }

    @Override
    public void handle(String target, Request jetty, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        jetty.setHandled(true);
        Reply toNoRequest = served.get().replyToNoRequest();
        if (response.getStatus() == toNoRequest.status()) {
            Wire.write(toNoRequest, response);
        } else if (response.getStatus() >= SERVER_ERROR) {
            Wire.write(served.get().replyToFault(), response);
        }
    }
}
