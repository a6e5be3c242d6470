package io.s360.iid.mock.document.source;

import io.s360.iid.contract.source.Place;

/**
 * Where a value stands, exactly: a document on a single line has one place and many of these.
 *
 * @param pointer JSON pointer within the file
 */
public record Spot(Place place, String pointer) {}
