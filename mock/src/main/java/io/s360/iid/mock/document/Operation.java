package io.s360.iid.mock.document;

import io.s360.iid.mock.document.request.RequestRules;
import io.s360.iid.mock.document.source.Part;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An operation with what it declares. */
record Operation(
        String method, String path, @Nullable String id, Part part, List<Response> responses, RequestRules rules) {

    private static final int FIRST_SUCCESS = 200;
    private static final int FIRST_REDIRECT = 300;
    private static final int FIRST_REFUSAL = 400;

    String name() {
        return id == null ? method + " " + path : id;
    }

    DocumentOperation description() {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        responses.forEach(response -> answers.put(response.key(), response.exampleNames()));
        return new DocumentOperation(method, path, id, part.place(), answers);
    }

    /** What a good request is answered: the lowest success, otherwise the lowest redirection, the default, or what there is. */
    Optional<Response> usual() {
        return lowest(FIRST_SUCCESS, FIRST_REDIRECT)
                .or(() -> lowest(FIRST_REDIRECT, FIRST_REFUSAL))
                .or(() -> responses.stream().filter(Response::isDefault).findFirst())
                .or(() -> lowest(FIRST_REFUSAL, Integer.MAX_VALUE));
    }

    /** The answer of a status: its own, otherwise its range's, otherwise the default. */
    Optional<Response> of(int status) {
        return Stream.of(
                        ownOnly().filter(response -> !response.isRange() && response.covers(status)),
                        ownOnly().filter(response -> response.isRange() && response.covers(status)),
                        responses.stream().filter(Response::isDefault))
                .flatMap(candidates -> candidates)
                .findFirst();
    }

    /** Whether it declares an answer of exactly this status. */
    boolean declares(int status) {
        return ownOnly().anyMatch(response -> !response.isRange() && response.covers(status));
    }

    private Optional<Response> lowest(int from, int below) {
        return ownOnly()
                .filter(response -> response.usualStatus() >= from && response.usualStatus() < below)
                .min(Comparator.comparing(Response::usualStatus).thenComparing(Response::isRange));
    }

    private Stream<Response> ownOnly() {
        return responses.stream().filter(response -> !response.isDefault());
    }
}
