package io.s360.iid.mock.document.request;

import io.s360.iid.mock.document.schema.Flaw;
import java.util.List;

/**
 * What is wrong with a request.
 *
 * @param flaws all that one kind of look has found; none if the request is good
 */
public record Finding(Kind kind, List<Flaw> flaws) {

    /** What was looked at when something was found. */
    public enum Kind {
        GOOD,
        NO_CREDENTIALS,
        WRONG_TYPE,
        INVALID
    }

    static final Finding GOOD = new Finding(Kind.GOOD, List.of());
}
