package io.s360.iid.mock.lifecycle;

/** The resources of a sandbox live elsewhere by now; whoever asks there is answered. Nothing has been changed. */
public final class SandboxLeft extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SandboxLeft() {
        super("its resources live elsewhere", null, false, false);
    }
}
