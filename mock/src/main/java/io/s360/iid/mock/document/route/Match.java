package io.s360.iid.mock.document.route;

import java.util.Map;

/**
 * What a path means.
 *
 * @param values of the parameters in the path, decoded
 */
public record Match<T>(T value, Map<String, String> values) {}
