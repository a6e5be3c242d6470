package io.s360.iid.verify.judge;

import io.s360.iid.contract.source.Place;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a response differs from the contract.
 *
 * @param aspect what was looked at: {@code status}, {@code body /desc/code}, {@code header Allow} and so on
 * @param place the rule that is broken; null if there is more to it than one rule
 */
public record Deviation(
        String aspect,
        String expected,
        String got,
        @Nullable Place place) {

    public Deviation(String aspect, String expected, String got) {
        this(aspect, expected, got, null);
    }

    @Override
    public String toString() {
        return aspect + ": expected " + expected + ", got " + got;
    }
}
