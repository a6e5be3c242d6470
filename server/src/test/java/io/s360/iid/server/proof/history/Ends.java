package io.s360.iid.server.proof.history;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The calls that end something. */
final class Ends {

    private final Map<String, List<Event>> ofChildren;
    private final Map<String, List<Event>> ofParents;
    private final Map<String, List<Event>> ofClients;

    Ends(List<Event> events) {
        ofChildren = events.stream()
                .filter(event -> event.kind().endsChild() && event.child() != null)
                .collect(groupingBy(event -> Objects.requireNonNull(event.child())));
        ofParents =
                events.stream().filter(event -> event.kind() == Kind.END_PARENT).collect(groupingBy(Event::parent));
        ofClients = events.stream()
                .filter(event -> event.kind() == Kind.DISABLE_CLIENT)
                .collect(groupingBy(Event::client));
    }

    /** Those that have ended this very child, and said so. */
    Stream<Event> ofChild(String child) {
        return ofChildren.getOrDefault(child, List.of()).stream().filter(Event::isSuccess);
    }

    Stream<Event> ofParent(String parent) {
        return ofParents.getOrDefault(parent, List.of()).stream().filter(Event::isSuccess);
    }

    Stream<Event> ofClient(String client) {
        return ofClients.getOrDefault(client, List.of()).stream().filter(Event::isSuccess);
    }

    /** All that can be why a child has ended: those that have not been refused for certain. */
    Stream<Event> possible(String child, String parent, String client) {
        return Stream.of(
                        ofChildren.getOrDefault(child, List.of()),
                        ofParents.getOrDefault(parent, List.of()),
                        ofClients.getOrDefault(client, List.of()))
                .flatMap(List::stream)
                .filter(event -> event.isSuccess() || event.outcome().isUnknown());
    }

    Stream<Event> possibleOf(String parent) {
        return ofParents.getOrDefault(parent, List.of()).stream()
                .filter(event -> event.isSuccess() || event.outcome().isUnknown());
    }

    Stream<Event> possibleOfClient(String client) {
        return ofClients.getOrDefault(client, List.of()).stream()
                .filter(event -> event.isSuccess() || event.outcome().isUnknown());
    }
}
