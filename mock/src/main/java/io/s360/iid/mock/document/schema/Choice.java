package io.s360.iid.mock.document.schema;

import io.s360.iid.mock.document.source.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A place of a schema where one of several ways is to be gone.
 *
 * @param holder the schema that has the choice
 * @param ways each what a value must keep in addition
 */
record Choice(Part holder, List<List<Part>> ways) {

    static Optional<Choice> among(Part holder, String keyword) {
        List<List<Part>> ways = new ArrayList<>();
        holder.member(keyword).ifPresent(list -> list.items().forEach(way -> ways.add(List.of(way))));
        return ways.isEmpty() ? Optional.empty() : Optional.of(new Choice(holder, ways));
    }

    static Optional<Choice> conditional(Part holder) {
        Optional<Part> condition = holder.member("if");
        if (condition.isEmpty()) {
            return Optional.empty();
        }
        List<List<Part>> ways = new ArrayList<>();
        List<Part> met = new ArrayList<>(List.of(condition.get()));
        holder.member("then").ifPresent(met::add);
        ways.add(met);
        ways.add(holder.member("else").map(List::of).orElse(List.of()));
        return Optional.of(new Choice(holder, ways));
    }

    /** What the discriminator's member says if this way is gone; nothing if there is no discriminator. */
    Map<String, String> marksOf(List<Part> way) {
        return way.size() == 1 && way.get(0).isReference()
                ? Discriminator.of(holder)
                        .map(found ->
                                Map.of(found.member(), found.valueFor(way.get(0).target())))
                        .orElse(Map.of())
                : Map.of();
    }
}
