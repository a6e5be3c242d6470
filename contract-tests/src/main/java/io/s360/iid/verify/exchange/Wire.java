package io.s360.iid.verify.exchange;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Sends requests over real HTTP/1.1. */
final class Wire {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    Exchange send(URI base, Request request) {
        HttpRequest.BodyPublisher body = request.body().length == 0
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(request.body());
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(withoutSlash(base) + request.target()))
                .timeout(PATIENCE)
                .method(request.method(), body);
        request.headers().forEach(header -> builder.header(header.name(), header.value()));
        try {
            HttpResponse<byte[]> answer = client.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
            Map<String, List<String>> headers = new HashMap<>();
            answer.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
            return new Exchange(request, new Response(answer.statusCode(), headers, answer.body()));
        } catch (IOException broken) {
            throw new Unreachable(
                    base + " does not answer to " + request.method() + " "
                            + request.target().replaceFirst("[?].*", "") + ": " + broken,
                    broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unreachable("interrupted while waiting for " + base, stopped);
        }
    }

    private static String withoutSlash(URI base) {
        String text = base.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
