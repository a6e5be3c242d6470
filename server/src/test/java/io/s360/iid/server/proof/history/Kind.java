package io.s360.iid.server.proof.history;

/** What somebody has asked for. */
public enum Kind {
    OPEN_PARENT,
    END_PARENT,
    CREATE,
    GET,
    REFRESH,
    VALIDATE,
    MESSAGES,
    LOGOUT,
    END_CHILD,
    DISABLE_CLIENT;

    /** Whether a success of this shows that the child was active at some moment of the call. */
    boolean showsLife() {
        return this == CREATE || this == GET || this == REFRESH || this == VALIDATE || this == MESSAGES;
    }

    /** Whether this ends one child. */
    boolean endsChild() {
        return this == LOGOUT || this == END_CHILD;
    }

    /** Whether an acknowledged call of this has changed something. */
    public boolean isChange() {
        return this != GET && this != VALIDATE;
    }
}
