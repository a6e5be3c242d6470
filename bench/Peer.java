package io.s360.iid.bench;

import java.util.List;
import java.util.function.IntFunction;

/**
 * A mock server that is measured.
 *
 * @param command what starts it; {@code {port}} stands for the port
 * @param keepsState whether a session that was logged out stays so
 * @param firstCall by which it is seen that it answers, for its port
 */
record Peer(String name, List<String> command, boolean keepsState, IntFunction<DocumentedCall> firstCall) {

    /** A peer that is asked for the documented logout. */
    Peer(String name, List<String> command, boolean keepsState) {
        this(name, command, keepsState, DocumentedCall::logout);
    }

    List<String> commandAt(int port) {
        return command.stream()
                .map(word -> word.replace("{port}", Integer.toString(port)))
                .toList();
    }

    Peer with(List<String> options) {
        return new Peer(
                name,
                java.util.stream.Stream.concat(command.stream(), options.stream())
                        .toList(),
                keepsState,
                firstCall);
    }
}
