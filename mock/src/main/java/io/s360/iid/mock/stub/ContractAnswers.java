package io.s360.iid.mock.stub;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.s360.iid.mock.answer.Reply;

/**
 * Puts the contract's answer in the place of what a stub shows, with none of WireMock's own headers. A delay or a fault of the
 * stub stays. A user's own stub may name this transformer too.
 */
public final class ContractAnswers implements ResponseTransformerV2 {

    /** The name by which stubs ask for it. */
    public static final String NAME = "s360-contract";

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public Response transform(Response shown, ServeEvent event) {
        return Exchange.current()
                .map(exchange -> toResponse(exchange.reply(), shown))
                .orElse(shown);
    }

    private static Response toResponse(Reply reply, Response shown) {
        HttpHeaders headers = new HttpHeaders(reply.headers().entrySet().stream()
                .map(header -> new HttpHeader(header.getKey(), header.getValue()))
                .toList());
        return Response.Builder.like(shown)
                .status(reply.status())
                .headers(headers)
                .body(reply.bytes())
                .build();
    }
}
