package io.s360.iid.verify.cases;

/** A target could not be brought into the situation of a case. */
public final class NotArranged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotArranged(String message) {
        super(message);
    }
}
