package io.s360.iid.server;

import static io.s360.iid.server.WireCaller.DEMO_TOKEN;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures what {@code docs/edge.md} tells: what is left for others while many send slowly, and whether the time of a refusal
 * tells why. It is no test: its figures are about the machine as well.
 */
final class EdgeFigures {

    private static final int SLOW = 5000;
    private static final int ROUNDS = 3;
    private static final int ALONE = 10;
    private static final int BESIDE = 30;
    private static final int CALLS = 10_000;
    private static final String HASH_OF_FOO = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";

    private final HttpClient http = HttpClient.newHttpClient();
    private final S360Server server;

    private EdgeFigures(S360Server server) {
        this.server = server;
    }

    /** Takes {@code slow} or {@code timing}. */
    public static void main(String[] arguments) throws Exception {
        S360Server.Options options = S360Server.Options.defaults()
                .withDemo()
                .withPort(0)
                .with("s360.clients[0].id=EXPIRED_PORTAL")
                .with("s360.clients[0].keys[0].sha256=" + HASH_OF_FOO)
                .with("s360.clients[0].keys[0].expires=2020-01-01T00:00:00Z");
        try (S360Server server = S360Server.start(options)) {
            EdgeFigures figures = new EdgeFigures(server);
            if (arguments.length == 1 && arguments[0].equals("timing")) {
                figures.timing();
            } else {
                figures.slow();
            }
        }
        System.exit(0);
    }

    private void slow() throws Exception {
        Steady steady = new Steady(http, request("TIBCO_CONSUMER", "demo-tibco-key"));
        steady.goodIn(ALONE);
        List<Double> ratios = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            Steady.Good alone = steady.goodIn(ALONE);
            try (SlowCrowd crowd = SlowCrowd.of(SLOW, server.port())) {
                Steady.Good crowded = steady.goodIn(BESIDE);
                ratios.add(crowded.share() / alone.share());
                System.out.printf(
                        "round %d: alone %s; beside %d slow ones, of whom %d came again, %s%n",
                        round, alone, SLOW, crowd.returned(), crowded);
            }
        }
        System.out.printf("median ratio %.3f%n", median(ratios));
    }

    private void timing() throws IOException, InterruptedException {
        Map<String, HttpRequest> kinds = new LinkedHashMap<>();
        kinds.put("unknown client", request("NOBODY", "wrong-key"));
        kinds.put("wrong key", request("TIBCO_CONSUMER", "wrong-key"));
        kinds.put("another's key", request("TIBCO_CONSUMER", "demo-portal-key"));
        kinds.put("disabled client", request("DISABLED_PORTAL", "demo-disabled-key"));
        kinds.put("expired key", request("EXPIRED_PORTAL", "foo"));
        kinds.put("no key", requestWithout("X-IID-API-KEY"));
        Map<String, List<Double>> times = new LinkedHashMap<>();
        kinds.keySet().forEach(kind -> times.put(kind, new ArrayList<>()));
        for (int call = 0; call < CALLS + CALLS / 5; call++) {
            for (Map.Entry<String, HttpRequest> kind : kinds.entrySet()) {
                long start = System.nanoTime();
                http.send(kind.getValue(), BodyHandlers.discarding());
                if (call >= CALLS / 5) {
                    times.get(kind.getKey()).add((System.nanoTime() - start) / 1e3);
                }
            }
        }
        times.forEach((kind, all) -> System.out.printf("%s: median %.1f µs%n", kind, median(all)));
        List<Double> medians =
                times.values().stream().map(EdgeFigures::median).sorted().toList();
        System.out.printf("largest difference %.1f %%%n", 100 * (medians.get(medians.size() - 1) / medians.get(0) - 1));
    }

    private HttpRequest request(String client, String key) {
        URI target = server.baseUri().resolve(RawCaller.path("GetContext"));
        return HttpRequest.newBuilder(target)
                .header("X-IID-CLIENT-ID", client)
                .header("X-IID-API-KEY", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"sessionToken\":\"" + DEMO_TOKEN + "\"}"))
                .build();
    }

    private HttpRequest requestWithout(String header) {
        return HttpRequest.newBuilder(request("TIBCO_CONSUMER", "wrong-key"), (name, value) -> !name.equals(header))
                .build();
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
