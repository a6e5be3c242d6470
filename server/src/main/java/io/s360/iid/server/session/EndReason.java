package io.s360.iid.server.session;

/** Why a session is over. The first reason stays for good. */
public enum EndReason {
    LOGOUT,
    EXPIRED,
    PARENT_ENDED,
    CLIENT_DISABLED,
    ADMIN
}
