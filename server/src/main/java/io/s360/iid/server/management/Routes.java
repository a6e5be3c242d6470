package io.s360.iid.server.management;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What the management port has where. */
public final class Routes {

    private final Map<String, Route> byPath = new HashMap<>();

    /** All operations of the portal and the operators, and the two questions after the health. */
    public static Routes of(ManagementApi api, Health health) {
        Routes routes = new Routes();
        routes.byPath.putAll(Map.of(
                "/health/live", Route.look(Door.HEALTH, health::live),
                "/health/ready", Route.look(Door.HEALTH, health::ready),
                "/parent-sessions", Route.change(api::openParentSession),
                "/parent-sessions/end", Route.change(api::endParentSession),
                "/child-sessions/end", Route.change(api::endChildSession),
                "/clients/disable", Route.change(api::disableClient),
                "/clients/enable", Route.change(api::enableClient)));
        return routes;
    }

    /** And the metrics, as Prometheus reads them. */
    public Routes withMetrics(String mediaType, Supplier<String> text) {
        byPath.put("/metrics", Route.look(Door.METRICS, () -> Reply.text(mediaType, text.get())));
        return this;
    }

    Map<String, Route> byPath() {
        return byPath;
    }
}
