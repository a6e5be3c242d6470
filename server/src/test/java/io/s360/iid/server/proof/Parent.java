package io.s360.iid.server.proof;

/**
 * A parent session.
 *
 * @param name stands for it in histories, which keep no secrets
 */
public record Parent(String name, String token) {

    @Override
    public String toString() {
        return name;
    }
}
