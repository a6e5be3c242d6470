package io.s360.iid.mock.lifecycle;

/** A sandbox holds as many living resources as it may. Nothing has been changed. */
public final class SandboxFull extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SandboxFull(int capacity) {
        super("the mock holds " + capacity + " resources and takes no more; POST /__admin/reset empties it");
    }
}
