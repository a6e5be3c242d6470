package io.s360.iid.verify.judge;

/**
 * One way in which a response differs from the contract.
 *
 * @param aspect what was looked at: {@code status}, {@code body /desc/code}, {@code header Allow} and so on
 */
public record Deviation(String aspect, String expected, String got) {

    @Override
    public String toString() {
        return aspect + ": expected " + expected + ", got " + got;
    }
}
