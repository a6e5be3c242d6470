package io.s360.iid.verify.cause;

import io.s360.iid.verify.judge.Deviation;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that went wrong once.
 *
 * @param title of the case that shows it
 * @param own the clauses that may be to blame, of those that the case itself met
 * @param inherited those that earlier cases met, and that may have left something behind
 * @param way how many requests it took
 * @param curl what to type to see it, if one of its own is to blame
 */
record Sighting(String title, List<Suspect> own, List<Suspect> inherited, Deviation deviation, int way, String curl) {

    List<Suspect> suspects() {
        return Stream.concat(own.stream(), inherited.stream()).toList();
    }
}
