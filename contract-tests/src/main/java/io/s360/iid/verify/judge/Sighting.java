package io.s360.iid.verify.judge;

import tools.jackson.databind.JsonNode;

/**
 * What an answer says of a thing that lives.
 *
 * @param at which of the exchanges of a scene it was, counted from 0
 * @param pointer where in the answer it stands
 */
record Sighting(int at, String resource, String key, String attribute, String pointer, JsonNode value) {

    boolean isOf(Sighting other) {
        return isOf(other.resource, other.key) && attribute.equals(other.attribute);
    }

    boolean isOf(String otherResource, String otherKey) {
        return resource.equals(otherResource) && key.equals(otherKey);
    }
}
