package io.s360.iid.server.proof;

/** A child session and who holds it. */
public record Child(String id, Parent parent, Client client) {}
