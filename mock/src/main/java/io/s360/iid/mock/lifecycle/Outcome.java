package io.s360.iid.mock.lifecycle;

import io.s360.iid.contract.Decision;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a call comes to.
 *
 * @param decision the row that holds
 * @param body its answer with live values
 * @param sighting what a row that refuses speaks of; null if it is not there, or the row grants
 */
public record Outcome(
        Decision decision, JsonNode body, @Nullable Sighting sighting) {}
