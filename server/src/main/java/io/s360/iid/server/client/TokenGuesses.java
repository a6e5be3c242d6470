package io.s360.iid.server.client;

import java.time.InstantSource;

/**
 * Tells of the guessing of session tokens, and ends the answers to it. Tokens that are known are answered as ever: a client
 * speaks for many persons, and one of them who makes tokens up must not shut out the others.
 */
public final class TokenGuesses {

    private final PerMinute limit;
    private final Alarm alarm;
    private final Minutes unknown;

    /** @param limit of unknown tokens that one client shows */
    public TokenGuesses(PerMinute limit, InstantSource clock, Alarm alarm) {
        this.limit = limit;
        this.alarm = alarm;
        this.unknown = new Minutes(clock);
    }

    /**
     * Counts a token that nobody has been given.
     *
     * @throws TooManyRequests if the client has shown too many
     */
    public void count(String clientId) {
        if (limit.isOff()) {
            return;
        }
        Minutes.Taken taken = unknown.take(clientId, limit.most());
        if (taken.isLast()) {
            alarm.tokensAreGuessed(clientId);
        }
        taken.untilNext().ifPresent(wait -> {
            throw new TooManyRequests(wait);
        });
    }
}
