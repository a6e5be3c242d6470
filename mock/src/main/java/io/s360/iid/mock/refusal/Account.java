package io.s360.iid.mock.refusal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the mock has to say about an answer.
 *
 * @param operation the id of the one that was called; null if none was
 * @param answer its name in the contract; null if it has none
 * @param reasons all that led to it, in the order of the contract; may be empty for one that grants
 * @param curl a call of the operation that is granted when it is pasted; null if none is offered
 */
public record Account(
        Kind kind,
        @Nullable String operation,
        @Nullable String answer,
        List<Reason> reasons,
        @Nullable String curl) {

    /** How an answer came about. */
    public enum Kind {
        GRANTED,
        REFUSED,
        /** Chosen by the caller. */
        REHEARSED,
        /** By one of the user's own stubs. */
        STUBBED,
        /** Something went wrong, on purpose or not. */
        FAULTED
    }

    public Account {
        reasons = List.copyOf(reasons);
    }

    /** The same with one reason more. */
    public Account remarking(Reason remark) {
        List<Reason> more = new ArrayList<>(reasons);
        more.add(remark);
        return new Account(kind, operation, answer, more, curl);
    }
}
