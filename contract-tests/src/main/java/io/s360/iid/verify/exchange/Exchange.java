package io.s360.iid.verify.exchange;

/** A request and the response to it. */
public record Exchange(Request request, Response response) {}
