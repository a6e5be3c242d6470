package io.s360.iid.contract.reading;

import io.s360.iid.contract.source.Place;

/**
 * Something that is wrong with a contract.
 *
 * @param subject the operation or other part that it concerns
 */
public record Finding(Place place, String subject, String problem) {

    @Override
    public String toString() {
        return place + ": " + subject + ": " + problem;
    }
}
