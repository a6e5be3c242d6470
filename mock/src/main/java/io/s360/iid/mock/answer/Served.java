package io.s360.iid.mock.answer;

import io.s360.iid.mock.refusal.Secrets;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** What a mock serves. Safe for use by several threads. */
public interface Served {

    /** A new world with the data that everybody starts with. */
    World newWorld(InstantSource clock, Supplier<UUID> ids);

    /** What of a request must not be shown. */
    Secrets secrets();

    /** What a request is told that is no HTTP. */
    Reply replyToNoRequest();

    /** What is told when the mock is at fault. */
    Reply replyToFault();

    /** The names of all headers that answers may carry beside those that every answer of HTTP has. */
    Set<String> headerNames();

    /** How many bytes a body sent to a path may have; empty if the path means nothing here. */
    OptionalInt longestBody(String path);
}
