package io.s360.iid.verify.drift.passage;

import io.s360.iid.verify.exchange.Request;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The address that the requests are meant for. */
final class Upstream {

    /** What the client of the JDK sees to by itself. */
    private static final Set<String> SEEN_TO = Set.of("host", "content-length", "expect");

    private final String base;
    private final int longest;
    private final Duration patience;
    private final HttpClient client;

    Upstream(URI base, int longest, Duration patience) {
        this.base = base.toString().replaceAll("/+$", "");
        this.longest = longest;
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * An answer as it came.
     *
     * @param headers without those that end here
     */
    @SuppressWarnings("ArrayRecordComponent") // written on, never compared
    record Answer(int status, List<Request.Header> headers, byte[] body) {}

    /**
     * Passes a request on and waits for the whole answer.
     *
     * @throws IllegalArgumentException if the request cannot be written as HTTP
     * @throws TimeoutException if the answer is not there in time
     * @throws TooLong if the body of the answer is
     * @throws IOException if there is none
     */
    Answer ask(Request request) throws IOException, TimeoutException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(toHttp(request), info -> new BoundedBody(longest));
        try {
            return toAnswer(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw new IOException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopped);
        } finally {
            answer.cancel(true);
        }
    }

    private HttpRequest toHttp(Request request) {
        HttpRequest.BodyPublisher body = request.body().length == 0
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(request.body());
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(base + request.target())).method(request.method(), body);
        for (Request.Header header : Hops.passing(request.headers())) {
            if (!SEEN_TO.contains(header.name().toLowerCase(Locale.ROOT))) {
                builder.header(header.name(), header.value());
            }
        }
        return builder.header("Via", "1.1 s360-verify").build();
    }

    private static Answer toAnswer(HttpResponse<byte[]> response) {
        List<Request.Header> headers = new ArrayList<>();
        response.headers()
                .map()
                .forEach((name, values) -> values.forEach(value -> headers.add(new Request.Header(name, value))));
        return new Answer(response.statusCode(), Hops.passing(headers), response.body());
    }
}
