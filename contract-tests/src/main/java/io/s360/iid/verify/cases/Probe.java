package io.s360.iid.verify.cases;

import io.s360.iid.verify.exchange.Request;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Something that is done to a good request.
 *
 * @param name what is done, in words
 * @param about what of the request's terms it is about, as their ids name it behind the request
 */
record Probe(String name, List<String> about, UnaryOperator<Request> change) {

    Probe(String name, UnaryOperator<Request> change) {
        this(name, List.of(), change);
    }

    /** The same, about other terms too. */
    Probe about(String... terms) {
        return new Probe(name, List.of(terms), change);
    }

    /** What is done with a value. */
    interface Change {
        Request apply(Request request, String value);
    }

    /** One for each value, which gives it its name. */
    static Stream<Probe> each(Stream<String> values, Change change) {
        return values.map(value -> new Probe("'" + value + "'", request -> change.apply(request, value)));
    }

    /** One for each entry. */
    static Stream<Probe> each(Map<String, UnaryOperator<Request>> changes) {
        return changes.entrySet().stream().map(entry -> new Probe(entry.getKey(), entry.getValue()));
    }
}
