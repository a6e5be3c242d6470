package io.s360.iid.mock.http;

import io.s360.iid.mock.stub.Exchange;
import java.io.IOException;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.jakarta.servlet.http.HttpServletResponseWrapper;

/** A response on which WireMock can't put its own pages: where no stub matches, the contract answers. */
final class TamedResponse extends HttpServletResponseWrapper {

    private final HttpServletResponse response;
    private final Exchange exchange;

    TamedResponse(HttpServletResponse response, Exchange exchange) {
        super(response);
        this.response = response;
        this.exchange = exchange;
    }

    @Override
    public void sendError(int status) throws IOException {
        Wire.write(exchange.reply(), response);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        sendError(status);
    }
}
