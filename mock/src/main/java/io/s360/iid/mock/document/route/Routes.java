package io.s360.iid.mock.document.route;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The paths of a document. Text beats parameters, step by step from the left; what a request costs does not depend on how
 * many paths there are.
 */
public final class Routes<T> {

    private static final int MOST_STEPS = 100;

    private final Fork<List<Target<T>>> start = new Fork<>();
    private final Set<String> templates = new LinkedHashSet<>();

    /** @param query what the template demands of the query: pairs, as written */
    private record Target<T>(List<String> names, Set<String> query, T value) {

        Match<T> matched(List<String> values) {
            Map<String, String> named = new LinkedHashMap<>();
            for (int index = 0; index < names.size(); index++) {
                named.put(names.get(index), values.get(index));
            }
            return new Match<>(value, named);
        }
    }

    /**
     * Puts something at the end of a path template.
     *
     * @return whether it can be reached: nothing was there for this method, at a template that matches the same
     */
    public boolean add(String method, String template, T value) {
        templates.add(template);
        int mark = template.indexOf('?');
        String path = mark < 0 ? template : template.substring(0, mark);
        Set<String> query = pairsOf(mark < 0 ? "" : template.substring(mark + 1));
        List<Segment> segments = stepsOf(path).stream().map(Segment::of).toList();
        List<String> names =
                segments.stream().flatMap(segment -> segment.names().stream()).toList();
        List<Target<T>> here = start.end(segments).here().computeIfAbsent(method, none -> new ArrayList<>());
        boolean isFree = here.stream().noneMatch(known -> known.query().equals(query));
        if (isFree) {
            here.add(new Target<>(names, query, value));
            here.sort(Comparator.comparing(target -> -target.query().size()));
        }
        return isFree;
    }

    /**
     * What a path means, by method. Of several templates that match, the most concrete one that has the method counts.
     *
     * @param path as sent: not decoded, without the query
     * @param query as sent; empty if there is none
     * @return empty if no template matches
     */
    public Map<String, Match<T>> at(String path, String query, String method) {
        Set<String> pairs = pairsOf(query);
        List<String> steps = stepsOf(path).stream().map(Routes::decoded).toList();
        List<Map<String, Match<T>>> found = new ArrayList<>();
        if (steps.size() <= MOST_STEPS) {
            start.find(steps, List.of(), (targets, values) -> {
                Map<String, Match<T>> matches = new LinkedHashMap<>();
                targets.forEach((each, several) -> several.stream()
                        .filter(target -> pairs.containsAll(target.query()))
                        .findFirst()
                        .ifPresent(target -> matches.put(each, target.matched(values))));
                if (!matches.isEmpty()) {
                    found.add(matches);
                }
            });
        }
        return found.stream()
                .filter(matches -> matches.containsKey(method))
                .findFirst()
                .or(() -> found.stream().findFirst())
                .orElse(Map.of());
    }

    /** The template that a path which matches none comes nearest to; empty if none is near. */
    public Optional<String> nearest(String path) {
        return Nearness.nearest(path, templates);
    }

    private static Set<String> pairsOf(String query) {
        return query.isEmpty() ? Set.of() : new LinkedHashSet<>(List.of(query.split("&")));
    }

    private static List<String> stepsOf(String path) {
        return List.of((path.startsWith("/") ? path.substring(1) : path).split("/", -1));
    }

    private static String decoded(String step) {
        try {
            return step.indexOf('%') < 0 ? step : URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return step;
        }
    }
}
