package io.s360.iid.server.misfit;

/** Stands for the server, which is not on this class path. */
public final class Server {}
