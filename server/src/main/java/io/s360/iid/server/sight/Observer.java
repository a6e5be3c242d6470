package io.s360.iid.server.sight;

/** Is told of each request once, when it is over. */
public interface Observer {

    /** A request is over, and its answer has been sent. */
    void isOver(Outcome outcome);
}
