package io.s360.iid.mock.lifecycle;

import io.s360.iid.contract.Decision;
import tools.jackson.databind.JsonNode;

/**
 * What a call comes to.
 *
 * @param decision the row that holds
 * @param body its answer with live values
 */
public record Outcome(Decision decision, JsonNode body) {}
