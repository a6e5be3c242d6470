package io.s360.iid.verify.exchange;

/** A request is not sent, because it might do harm where it goes. */
public final class Withheld extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Withheld(String message) {
        super(message);
    }
}
