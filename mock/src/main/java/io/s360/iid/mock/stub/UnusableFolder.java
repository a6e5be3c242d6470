package io.s360.iid.mock.stub;

/** An export cannot go there. Its message is one line and says why; nothing has been changed. */
public final class UnusableFolder extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableFolder(String message) {
        super(message);
    }
}
