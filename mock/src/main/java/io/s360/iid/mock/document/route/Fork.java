package io.s360.iid.mock.document.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A place on the way through the paths of a document: what may follow, and what is here if nothing follows. */
final class Fork<T> {

    private final Map<String, Fork<T>> texts = new HashMap<>();
    private final List<Mixed<T>> mixed = new ArrayList<>();
    private @Nullable Fork<T> anything;
    private final Map<String, T> here = new LinkedHashMap<>();

    private record Mixed<T>(Segment segment, Fork<T> next) {}

    /** The end of a path from here; what is missing on the way is made. */
    Fork<T> end(List<Segment> way) {
        Fork<T> at = this;
        for (Segment segment : way) {
            at = at.next(segment);
        }
        return at;
    }

    /** What is here, by method. */
    Map<String, T> here() {
        return here;
    }

    private Fork<T> next(Segment segment) {
        if (segment.isText()) {
            return texts.computeIfAbsent(segment.form(), text -> new Fork<>());
        }
        if (segment.isAnything()) {
            anything = anything == null ? new Fork<>() : anything;
            return anything;
        }
        for (Mixed<T> known : mixed) {
            if (known.segment().form().equals(segment.form())) {
                return known.next();
            }
        }
        Mixed<T> added = new Mixed<>(segment, new Fork<>());
        mixed.add(added);
        mixed.sort(Comparator.comparing(one -> -one.segment().form().length()));
        return added.next();
    }

    /**
     * Shows every end that a path can mean, the most concrete first.
     *
     * @param values of the parameters so far
     * @param found takes what is there and the values of all parameters, in their order
     */
    void find(List<String> steps, List<String> values, BiConsumer<Map<String, T>, List<String>> found) {
        if (steps.isEmpty()) {
            if (!here.isEmpty()) {
                found.accept(here, values);
            }
            return;
        }
        String step = steps.get(0);
        List<String> rest = steps.subList(1, steps.size());
        Fork<T> text = texts.get(step);
        if (text != null) {
            text.find(rest, values, found);
        }
        for (Mixed<T> way : mixed) {
            way.segment().valuesIn(step).ifPresent(own -> way.next().find(rest, with(values, own), found));
        }
        if (anything != null && !step.isEmpty()) {
            anything.find(rest, with(values, List.of(step)), found);
        }
    }

    private static List<String> with(List<String> values, List<String> more) {
        List<String> all = new ArrayList<>(values);
        all.addAll(more);
        return all;
    }
}
