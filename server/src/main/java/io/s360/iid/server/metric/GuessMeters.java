package io.s360.iid.server.metric;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.s360.iid.server.client.Alarm;

/** How often somebody has used up what he may guess in a minute. */
public final class GuessMeters implements Alarm {

    private final Alarm next;
    private final Counter keys;
    private final Counter tokens;

    /** @param next hears of it as well */
    public GuessMeters(Alarm next, MeterRegistry registry) {
        this.next = next;
        this.keys = counter("keys", registry);
        this.tokens = counter("tokens", registry);
    }

    private static Counter counter(String what, MeterRegistry registry) {
        return Counter.builder("s360.guessing")
                .description("Minutes in which somebody has guessed more than he may")
                .tag("of", what)
                .register(registry);
    }

    @Override
    public void keysAreGuessed(String address) {
        keys.increment();
        next.keysAreGuessed(address);
    }

    @Override
    public void tokensAreGuessed(String clientId) {
        tokens.increment();
        next.tokensAreGuessed(clientId);
    }
}
