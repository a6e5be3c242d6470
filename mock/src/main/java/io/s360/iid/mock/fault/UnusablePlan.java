package io.s360.iid.mock.fault;

/** No plan of faults. Its message says why, in a sentence. */
public final class UnusablePlan extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusablePlan(String sentence) {
        super(sentence);
    }

    /** What is wrong. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
