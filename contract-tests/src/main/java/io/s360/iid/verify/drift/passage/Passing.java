package io.s360.iid.verify.drift.passage;

import io.s360.iid.verify.exchange.Exchange;
import io.s360.iid.verify.exchange.Request;
import io.s360.iid.verify.exchange.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.http.HttpField;
import wiremock.org.eclipse.jetty.server.handler.AbstractHandler;

/** Passes each request on, and its answer back as it came; only then lets the two be looked at. */
final class Passing extends AbstractHandler {

    private static final int TOO_LARGE = 413;
    private static final int BAD_REQUEST = 400;
    private static final int BAD_GATEWAY = 502;
    private static final int GATEWAY_TIMEOUT = 504;

    private final Passage.Setting setting;
    private final Upstream upstream;
    private final Consumer<Exchange> watcher;
    private final Runnable unanswered;

    Passing(Passage.Setting setting, Consumer<Exchange> watcher, Runnable unanswered) {
        this.setting = setting;
        this.upstream = new Upstream(setting.upstream(), setting.longestBody(), setting.patience());
        this.watcher = watcher;
        this.unanswered = unanswered;
    }

    @Override
    public void handle(
            String target,
            wiremock.org.eclipse.jetty.server.Request jetty,
            HttpServletRequest servlet,
            HttpServletResponse response)
            throws IOException {
        jetty.setHandled(true);
        Request request;
        try {
            request = read(jetty);
        } catch (TooLong tooLong) {
            tell(jetty, TOO_LARGE, "the request has " + tooLong.getMessage() + ", and no more is passed on here");
            return;
        }
        try {
            Upstream.Answer answer = upstream.ask(request);
            write(jetty, answer);
            watcher.accept(new Exchange(request, toResponse(answer)));
        } catch (TimeoutException late) {
            tell(
                    jetty,
                    GATEWAY_TIMEOUT,
                    "has not answered within " + setting.patience().toSeconds() + " s");
        } catch (IllegalArgumentException unfit) {
            tell(jetty, BAD_REQUEST, "the request cannot be passed on: its target or a header is not HTTP");
        } catch (TooLong tooLong) {
            tell(jetty, BAD_GATEWAY, "has answered with " + tooLong.getMessage() + ", and no more is passed on here");
        } catch (IOException silent) {
            tell(jetty, BAD_GATEWAY, "does not answer (" + silent.getClass().getSimpleName() + ")");
        }
    }

    private Request read(wiremock.org.eclipse.jetty.server.Request jetty) throws IOException {
        if (jetty.getContentLengthLong() > setting.longestBody()) {
            throw new TooLong(setting.longestBody());
        }
        byte[] body;
        try (InputStream in = jetty.getInputStream()) {
            body = in.readNBytes(setting.longestBody() + 1);
        }
        if (body.length > setting.longestBody()) {
            throw new TooLong(setting.longestBody());
        }
        List<Request.Header> headers = new ArrayList<>();
        for (HttpField field : jetty.getHttpFields()) {
            headers.add(new Request.Header(field.getName(), Objects.requireNonNullElse(field.getValue(), "")));
        }
        String query = jetty.getQueryString();
        return new Request(
                jetty.getMethod(), jetty.getRequestURI() + (query == null ? "" : "?" + query), headers, body);
    }

    private static void write(wiremock.org.eclipse.jetty.server.Request jetty, Upstream.Answer answer)
            throws IOException {
        var response = jetty.getResponse();
        response.setStatus(answer.status());
        boolean isBodyless = jetty.isHead() || answer.status() == 204 || answer.status() == 304;
        for (Request.Header header : answer.headers()) {
            boolean isLength = header.name().equalsIgnoreCase("content-length");
            boolean isToldAllTheSame = isBodyless && answer.status() != 204;
            if (!isLength || isToldAllTheSame) {
                response.getHttpFields().add(header.name(), header.value());
            }
        }
        if (!isBodyless) {
            response.setContentLength(answer.body().length);
            response.getOutputStream().write(answer.body());
        }
        response.closeOutput();
    }

    /** An answer of this hop, in words and in no form of the contract, so that nobody takes it for one of the address behind. */
    private void tell(wiremock.org.eclipse.jetty.server.Request jetty, int status, String sentence) throws IOException {
        unanswered.run();
        var response = jetty.getResponse();
        String who = sentence.startsWith("the ") ? "" : setting.upstream() + " ";
        response.setStatus(status);
        response.setContentType("text/plain;charset=utf-8");
        response.getOutputStream()
                .write(("s360 verify --proxy: " + who + sentence + "\n").getBytes(StandardCharsets.UTF_8));
        response.closeOutput();
    }

    private static Response toResponse(Upstream.Answer answer) {
        Map<String, List<String>> headers = new HashMap<>();
        for (Request.Header header : answer.headers()) {
            headers.computeIfAbsent(header.name().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(header.value());
        }
        return new Response(answer.status(), headers, answer.body());
    }
}
