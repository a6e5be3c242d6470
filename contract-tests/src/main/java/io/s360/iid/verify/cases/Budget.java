package io.s360.iid.verify.cases;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** So many cases and no more: first those without which a clause would not be reached, then the others in their order. */
final class Budget {

    private Budget() {}

    /** The cases to be played, in the order in which they were given. */
    static List<Case> spend(List<Case> cases, int most) {
        if (cases.size() <= most) {
            return cases;
        }
        Set<Integer> chosen = new TreeSet<>();
        Set<String> reached = new HashSet<>();
        for (int at = 0; at < cases.size() && chosen.size() < most; at++) {
            if (reached.addAll(about(cases.get(at)))) {
                chosen.add(at);
            }
        }
        for (int at = 0; at < cases.size() && chosen.size() < most; at++) {
            chosen.add(at);
        }
        return chosen.stream().map(cases::get).toList();
    }

    /** What a case is about: its clauses, each way, and its answer. */
    private static List<String> about(Case tried) {
        List<String> about = new ArrayList<>();
        tried.satisfies().forEach(term -> about.add("+" + term));
        tried.violates().forEach(term -> about.add("-" + term));
        about.add(tried.row().toString());
        return about;
    }
}
