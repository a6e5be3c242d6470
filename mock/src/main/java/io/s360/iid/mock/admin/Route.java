package io.s360.iid.mock.admin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path of the admin API.
 *
 * @param path with its parameters in braces
 * @param operations their ids by method, in the order of the document
 */
record Route(String path, Map<String, String> operations) {

    /** A route that a request has taken. */
    record Match(Route route, Map<String, String> parameters) {

        /** @throws Problem if the path has no such method */
        String operation(String method) {
            String operation = route.operations.get(method);
            if (operation == null) {
                throw Problem.methodNotAllowed(String.join(", ", route.operations.keySet()));
            }
            return operation;
        }
    }

    Optional<Match> match(String asked) {
        List<String> wanted = List.of(path.split("/", -1));
        List<String> given = List.of(asked.split("/", -1));
        Map<String, String> parameters = new HashMap<>();
        if (wanted.size() != given.size()) {
            return Optional.empty();
        }
        for (int i = 0; i < wanted.size(); i++) {
            String segment = wanted.get(i);
            if (segment.startsWith("{")) {
                parameters.put(segment.substring(1, segment.length() - 1), given.get(i));
            } else if (!segment.equals(given.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(new Match(this, parameters));
    }
}
