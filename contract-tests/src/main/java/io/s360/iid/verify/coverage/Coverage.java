package io.s360.iid.verify.coverage;

import io.s360.iid.contract.source.Place;
import io.s360.iid.contract.source.Provenance;
import io.s360.iid.verify.clause.Term;
import io.s360.iid.verify.clause.Terms;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Clauses by targets: how often each was satisfied and violated. */
public final class Coverage {

    private final Terms terms;
    private final Map<String, Map<String, Count>> counts = new LinkedHashMap<>();

    public Coverage(Terms terms) {
        this.terms = terms;
    }

    /**
     * What was seen of a clause.
     *
     * @param counts by the name of the target; one for each
     */
    public record Row(Term term, Map<String, Count> counts) {

        public Row {
            counts = new TreeMap<>(counts);
        }

        public Place place() {
            return term.place();
        }

        public Provenance provenance() {
            return term.provenance();
        }

        /** Whether it was met both ways on every target. */
        public boolean isCovered() {
            return !counts.isEmpty() && counts.values().stream().allMatch(Count::isBothWays);
        }
    }

    /** How far the clauses were reached on a target. */
    public record Summary(int terms, int satisfied, int violated, int bothWays, int notReached) {}

    /** A target of which nothing has been seen so far. */
    public void addTarget(String target) {
        counts.computeIfAbsent(target, name -> new LinkedHashMap<>());
    }

    /** Terms that were kept on a target; ids of no term of the contract are left out. */
    public void addSatisfied(String target, Collection<String> ids) {
        ids.forEach(id -> add(target, id, new Count(1, 0)));
    }

    /** Terms that were broken on a target, and that was noticed; ids of no term of the contract are left out. */
    public void addViolated(String target, Collection<String> ids) {
        ids.forEach(id -> add(target, id, new Count(0, 1)));
    }

    private void add(String target, String id, Count more) {
        Map<String, Count> ofTarget = counts.computeIfAbsent(target, name -> new LinkedHashMap<>());
        if (terms.find(id).isPresent()) {
            ofTarget.merge(id, more, Count::plus);
        }
    }

    public List<String> targets() {
        return List.copyOf(counts.keySet());
    }

    /** What was seen of a term on a target. */
    public Count count(String target, Term term) {
        return counts.getOrDefault(target, Map.of()).getOrDefault(term.id(), Count.NONE);
    }

    /** One for each term of the contract, in the order of the document. */
    public List<Row> rows() {
        return terms.all().stream()
                .map(term -> {
                    Map<String, Count> row = new LinkedHashMap<>();
                    targets().forEach(target -> row.put(target, count(target, term)));
                    return new Row(term, row);
                })
                .toList();
    }

    public Summary summary(String target) {
        List<Count> all = terms.all().stream().map(term -> count(target, term)).toList();
        return new Summary(
                all.size(),
                (int) all.stream().filter(count -> count.satisfied() > 0).count(),
                (int) all.stream().filter(count -> count.violated() > 0).count(),
                (int) all.stream().filter(Count::isBothWays).count(),
                (int) all.stream().filter(count -> count.equals(Count.NONE)).count());
    }

    /** One line for each target. */
    public List<String> lines() {
        return targets().stream()
                .map(target -> {
                    Summary summary = summary(target);
                    return target + ": of " + summary.terms() + " clauses " + summary.satisfied() + " satisfied, "
                            + summary.violated() + " violated, " + summary.bothWays() + " both ways, "
                            + summary.notReached() + " not reached";
                })
                .toList();
    }
}
