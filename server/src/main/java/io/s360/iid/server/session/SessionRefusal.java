package io.s360.iid.server.session;

/** The rules say no. Thrown often and on purpose, so it carries neither a cause nor a stack trace. */
public abstract sealed class SessionRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private SessionRefusal() {
        super(null, null, false, false);
    }

    static void throwBecauseOf(EndReason reason) {
        throw switch (reason) {
            case LOGOUT -> new AlreadyLoggedOut();
            case EXPIRED -> new SessionExpired();
            case PARENT_ENDED, CLIENT_DISABLED, ADMIN -> new SessionEnded();
        };
    }

    /** No parent session has this token. */
    public static final class SessionInvalid extends SessionRefusal {
        private static final long serialVersionUID = 1L;
    }

    /** The caller holds no such child session under this parent session, whoever else may. */
    public static final class ChildSessionNotFound extends SessionRefusal {
        private static final long serialVersionUID = 1L;
    }

    /** The session has been logged out before. */
    public static final class AlreadyLoggedOut extends SessionRefusal {
        private static final long serialVersionUID = 1L;
    }

    /** The session's time has passed. */
    public static final class SessionExpired extends SessionRefusal {
        private static final long serialVersionUID = 1L;
    }

    /** Somebody else has ended the session. */
    public static final class SessionEnded extends SessionRefusal {
        private static final long serialVersionUID = 1L;
    }

    /** The client, or the parent session, has as many active child sessions as it may. */
    public static final class SessionLimitReached extends SessionRefusal {
        private static final long serialVersionUID = 1L;
    }

    /** The child session cannot take so many more messages. */
    public static final class MessageLimitReached extends SessionRefusal {
        private static final long serialVersionUID = 1L;
    }

    /** The client may not do this. */
    public static final class OperationNotAllowed extends SessionRefusal {
        private static final long serialVersionUID = 1L;
    }
}
