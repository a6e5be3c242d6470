package io.s360.iid.server;

import io.s360.iid.server.ServerSettings.ManagementSettings;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What opens the management port. Outside of a demo the server does not start without it, nor with a short one. */
record ManagementKeys(@Nullable String key) {

    private static final int SHORTEST = 16;

    static ManagementKeys read(ServerSettings settings) {
        ManagementSettings management = settings.management();
        String key = management.key();
        boolean isMissing = key == null || key.isBlank();
        if (isMissing && (management.port() != null || !settings.demo())) {
            throw new StartRefused("The management port has no credential: set S360_MANAGEMENT_KEY");
        }
        if (!settings.demo()) {
            refuseShort(key, "S360_MANAGEMENT_KEY");
            refuseShort(management.metricsKey(), "S360_MANAGEMENT_METRICSKEY");
        }
        return new ManagementKeys(key);
    }

    private static void refuseShort(@Nullable String key, String name) {
        if (key != null && key.length() < SHORTEST) {
            throw new StartRefused(name + " is too short to be secret: give it " + SHORTEST + " characters or more");
        }
    }

    String required() {
        return Objects.requireNonNull(key);
    }

    @Override
    public String toString() {
        return "(keys of the management port)";
    }
}
