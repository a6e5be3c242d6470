package io.s360.iid.server.management;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What is at one path of the management port. */
record Route(Door door, List<String> methods, Function<byte[], Reply> action) {

    private static final String POST = "POST";

    static Route look(Door door, Supplier<Reply> action) {
        return new Route(door, List.of("GET", "HEAD"), nothing -> action.get());
    }

    static Route change(Function<byte[], Reply> action) {
        return new Route(Door.MANAGEMENT, List.of(POST), action);
    }

    /** Whoever has no credential does not learn which paths there are. */
    static Route nowhere() {
        return new Route(
                Door.MANAGEMENT,
                List.of(),
                nothing -> Reply.refused(404, "not-found", "There is nothing at this path"));
    }

    boolean takes(String method) {
        return methods.isEmpty() || methods.contains(method);
    }

    boolean takesBody() {
        return methods.contains(POST);
    }
}
