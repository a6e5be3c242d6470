package io.s360.iid.contract;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Everything that a decision looks at.
 *
 * @param granted whether the client may call the operation
 * @param standings by resource
 * @param atLimit the resources of which no more can be created
 */
public record Situation(boolean granted, Map<String, Standing> standings, Set<String> atLimit) {

    public Situation {
        standings = Map.copyOf(standings);
        atLimit = Set.copyOf(atLimit);
    }

    /** How the resource of this name stands; unknown if the request names none. */
    public Standing standing(String resource) {
        return standings.getOrDefault(resource, Standing.unknown());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(granted ? "client granted" : "client not granted");
        new TreeMap<>(standings).forEach((resource, standing) -> text.append(", " + resource + " " + standing));
        atLimit.stream().sorted().forEach(resource -> text.append(", " + resource + " at limit"));
        return text.toString();
    }
}
