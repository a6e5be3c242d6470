package io.s360.iid.server.client;

/** Hears of it when somebody seems to guess what he does not know: once in each minute in which a limit is used up. */
public interface Alarm {

    /** From this address too many requests have come whose client could not be authenticated. */
    void keysAreGuessed(String address);

    /** This client has shown too many session tokens that nobody has been given. */
    void tokensAreGuessed(String clientId);
}
