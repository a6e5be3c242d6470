package io.s360.iid.mock.lifecycle;

/** Resources that can't live in a sandbox. Its message says which, and why. Nothing has been changed. */
public final class UnusableState extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnusableState(String message) {
        super(message);
    }

    /** Which and why. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
