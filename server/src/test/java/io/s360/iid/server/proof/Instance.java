package io.s360.iid.server.proof;

import java.net.URI;

/** A server that can be called. */
public record Instance(String name, URI base, URI management) {

    public static Instance at(String name, int port, int managementPort) {
        return new Instance(name, local(port), local(managementPort));
    }

    private static URI local(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Whether it wants to be sent requests. */
    public boolean isReady() {
        return Wire.status(management.resolve("/health/ready")) == 200;
    }

    /** Whether its process answers at all. */
    public boolean isAlive() {
        return Wire.status(management.resolve("/health/live")) == 200;
    }
}
