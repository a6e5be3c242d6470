package io.s360.iid.mock.document.schema;

/** A schema by which nothing can be judged: a reference leads nowhere, a pattern is none, or it never ends. */
public final class Unjudgeable extends Exception {

    private static final long serialVersionUID = 1L;

    Unjudgeable(String problem, Throwable cause) {
        super(problem, cause);
    }
}
