package io.s360.iid.server.management;

/** Who is let in where. */
enum Door {

    /** Everybody: a health check has no secrets. */
    HEALTH,

    /** Who may look at the metrics. */
    METRICS,

    /** Who may change sessions and clients; he may look at the metrics as well. */
    MANAGEMENT
}
