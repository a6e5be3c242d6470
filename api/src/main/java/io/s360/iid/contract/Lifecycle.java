package io.s360.iid.contract;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The resources that live behind the operations.
 *
 * @param resources by name, outermost first
 */
public record Lifecycle(Map<String, Resource> resources) {

    /** The name by which a life-cycle calls the client in {@code endsWith}. */
    public static final String CLIENT = "client";

    public Lifecycle {
        resources = new LinkedHashMap<>(resources);
    }

    /**
     * The resource of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Resource resource(String name) {
        Resource resource = resources.get(name);
        if (resource == null) {
            throw new IllegalArgumentException("The life-cycle has no resource " + name);
        }
        return resource;
    }
}
