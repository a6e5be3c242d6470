package io.s360.iid.verify.coverage;

import io.s360.iid.contract.source.Place;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * Clauses that are known not to be covered.
 *
 * @param clause the id of a term; a {@code *} in it stands for any text
 * @param until the last day on which the gap is put up with
 * @param place where the gap is written down
 */
public record KnownGap(String clause, String reason, LocalDate since, LocalDate until, Place place) {

    boolean speaksOf(String id) {
        String pattern = "\\Q" + clause.replace("*", "\\E.*\\Q") + "\\E";
        return Pattern.matches(pattern, id);
    }
}
