package io.s360.iid.verify.cases;

import io.s360.iid.contract.Resource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A target could not be brought into the situation of a case. */
public final class NotArranged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Resource limited;

    NotArranged(String message) {
        super(message);
        this.limited = null;
    }

    /** @param limited of which there could be too few, or too many */
    NotArranged(String message, Resource limited) {
        super(message);
        this.limited = limited;
    }

    /** The resource whose limit the target does not keep; empty if it was something else. */
    public Optional<Resource> limited() {
        return Optional.ofNullable(limited);
    }
}
