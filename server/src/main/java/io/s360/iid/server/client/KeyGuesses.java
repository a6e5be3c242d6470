package io.s360.iid.server.client;

import io.s360.iid.contract.request.ClientGate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Ends the guessing of keys. Whoever has failed too often in a minute is not asked for a key any more until it is over, also
 * not for the right one: otherwise he would go on until he had it.
 */
public final class KeyGuesses {

    private final PerMinute limit;
    private final Alarm alarm;
    private final Minutes failures;

    /** @param limit of failures from one address */
    public KeyGuesses(PerMinute limit, InstantSource clock, Alarm alarm) {
        this.limit = limit;
        this.alarm = alarm;
        this.failures = new Minutes(clock);
    }

    /**
     * The gate for a request from an address. It throws {@link TooManyRequests} where the address has failed too often.
     *
     * @param remote the address of the peer as the container tells it
     */
    public ClientGate guard(ClientGate gate, String remote) {
        return limit.isOff() ? gate : new Guarded(gate, Address.of(remote));
    }

    private final class Guarded implements ClientGate {

        private final ClientGate gate;
        private final String address;

        Guarded(ClientGate gate, String address) {
            this.gate = gate;
            this.address = address;
        }

        @Override
        public boolean authenticates(String clientId, String key) {
            refuseAfterTooMany();
            boolean authenticated = gate.authenticates(clientId, key);
            if (authenticated) {
                refuseAfterTooMany();
            } else {
                count();
            }
            return authenticated;
        }

        /** Also behind the right key: of many guesses at once only so many are told whether they are right. */
        private void refuseAfterTooMany() {
            failures.waitOf(address).ifPresent(Guarded::refuse);
        }

        private void count() {
            Minutes.Taken taken = failures.take(address, limit.most());
            if (taken.isLast()) {
                alarm.keysAreGuessed(address);
            }
            taken.untilNext().ifPresent(Guarded::refuse);
        }

        private static void refuse(Duration wait) {
            throw new TooManyRequests(wait);
        }

        @Override
        public Optional<Duration> waitBeforeNext(String clientId) {
            return gate.waitBeforeNext(clientId);
        }
    }
}
