package io.s360.iid.mock.document;

import io.s360.iid.mock.document.source.Spot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What cannot be done, each told once, with all whom it concerns. Safe for use by several threads. */
final class Remarks {

    private final Map<Key, Remark> remarks = new LinkedHashMap<>();

    /** @param spot null for what is one matter wherever it stands */
    private record Key(@Nullable Spot spot, String what, boolean isServed) {}

    private record Remark(Spot first, Set<String> operations) {}

    /** Something in one place that concerns an operation. */
    synchronized void tell(Spot spot, String what, boolean isServed, String operation) {
        at(new Key(spot, what, isServed), spot).operations().add(operation);
    }

    /** Something that is not done anywhere; the first place stands for all. */
    synchronized void tellKind(Spot spot, String what, String operation) {
        at(new Key(null, what, true), spot).operations().add(operation);
    }

    /** Something that concerns whoever comes across it. */
    synchronized void tell(Spot spot, String what) {
        at(new Key(spot, what, true), spot);
    }

    private Remark at(Key key, Spot spot) {
        return remarks.computeIfAbsent(key, unknown -> new Remark(spot, new LinkedHashSet<>()));
    }

    /** By file and line. */
    synchronized List<Unsupported> all() {
        List<Unsupported> all = new ArrayList<>();
        remarks.forEach((key, remark) -> all.add(new Unsupported(
                remark.first().place(),
                remark.first().pointer(),
                key.what(),
                List.copyOf(remark.operations()),
                key.isServed())));
        all.sort(Comparator.comparing((Unsupported one) -> one.place().file()).thenComparing(Unsupported::line));
        return all;
    }
}
