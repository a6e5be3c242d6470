package io.s360.iid.verify.cases;

import io.s360.iid.contract.Demo;
import io.s360.iid.contract.RequestHeaders;
import io.s360.iid.verify.exchange.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What makes a good request one of somebody who may not come in. */
final class ClientProbes {

    private final RequestHeaders names;
    private final Map<String, String> terms;

    /** @param terms of the security of an operation, by the name of the header */
    ClientProbes(RequestHeaders names, Map<String, String> terms) {
        this.names = names;
        this.terms = terms;
    }

    /** All that can be done with a cast. A key that is a secret is not changed, and not put where it could be kept. */
    Stream<Probe> of(Cast cast) {
        List<Probe> probes = new ArrayList<>(ofUnknownClient());
        if (cast.isDemo()) {
            probes.addAll(ofChangedCredentials());
            cast.otherClient().ifPresent(other -> probes.add(ofKey("the key of another client", other)));
            cast.disabledClient()
                    .ifPresent(disabled -> probes.add(new Probe(
                            "a disabled client",
                            request -> ofKey("", disabled)
                                    .change()
                                    .apply(request)
                                    .with(names.clientId(), disabled.id()))));
        }
        return probes.stream();
    }

    private Probe ofKey(String name, Demo.Client client) {
        return about(names.clientKey(), new Probe(name, request -> request.with(names.clientKey(), client.key())));
    }

    private Probe about(String header, Probe probe) {
        return terms.containsKey(header) ? probe.about(String.valueOf(terms.get(header))) : probe;
    }

    private List<Probe> ofUnknownClient() {
        List<Probe> probes = new ArrayList<>();
        for (String name : List.of(names.clientId(), names.clientKey())) {
            Stream.of(
                            new Probe("no " + name, request -> request.without(name)),
                            new Probe("empty " + name, request -> request.with(name, "")),
                            new Probe("unknown " + name, request -> request.with(name, "nobodys")),
                            new Probe("a long unknown " + name, request -> request.with(name, "nobodys".repeat(100))))
                    .map(probe -> about(name, probe))
                    .forEach(probes::add);
        }
        probes.add(new Probe(
                "no credentials and a broken body",
                request -> request.without(names.clientKey())
                        .without(names.clientId())
                        .withBody("{")));
        probes.add(new Probe(
                "Authorization instead",
                request -> request.without(names.clientKey()).with("Authorization", "Bearer nobodys")));
        return probes;
    }

    private List<Probe> ofChangedCredentials() {
        List<Probe> probes = new ArrayList<>();
        for (String name : List.of(names.clientId(), names.clientKey())) {
            Stream.of(
                            new Probe(
                                    "one character more in " + name,
                                    request -> request.with(name, request.header(name) + "x")),
                            new Probe(
                                    "one character less in " + name,
                                    request -> request.with(
                                            name, request.header(name).replaceFirst(".$", ""))),
                            new Probe(
                                    "inner blank in " + name,
                                    request -> request.with(
                                            name, request.header(name).replaceFirst("(?<=.)", " "))),
                            new Probe(
                                    "other letter case in " + name,
                                    request -> request.with(name, swapCase(request.header(name)))))
                    .map(probe -> about(name, probe))
                    .forEach(probes::add);
        }
        probes.add(about(names.clientKey(), new Probe("key in the query", this::keyInQuery)));
        probes.add(new Probe(
                "id and key exchanged",
                request -> request.with(names.clientId(), request.header(names.clientKey()))
                        .with(names.clientKey(), request.header(names.clientId()))));
        return probes;
    }

    private Request keyInQuery(Request request) {
        String query = "?" + names.clientKey() + "=" + request.header(names.clientKey());
        return request.without(names.clientKey()).withTarget(request.target() + query);
    }

    private static String swapCase(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return upper.equals(text) ? text.toLowerCase(Locale.ROOT) : upper;
    }
}
