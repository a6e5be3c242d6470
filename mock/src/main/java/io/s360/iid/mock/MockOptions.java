package io.s360.iid.mock;

import io.s360.iid.contract.Contract;
import io.s360.iid.mock.answer.ContractServed;
import io.s360.iid.mock.answer.Offer;
import java.time.InstantSource;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How a mock is to be.
 *
 * @param offer what it executes
 * @param port 0 for any free one
 * @param bindAddress the one address to listen at; null for all of this machine
 * @param isAdminOpen whether other machines may use the admin APIs
 * @param clock what time it is in the mock
 * @param ids gives the ids of a tenant of this name, from their start: a new one each time, for resources and traces; used by one thread at a time
 * @param hasFaultMode whether callers may have something go wrong on purpose
 * @param log takes a line for each request, and one for each reason to refuse it; used by several threads
 */
public record MockOptions(
        Offer offer,
        int port,
        @Nullable String bindAddress,
        boolean isAdminOpen,
        InstantSource clock,
        Function<String, Supplier<UUID>> ids,
        boolean hasFaultMode,
        Consumer<String> log) {

    /** A mock at any free port of this machine's loopback address that tells nobody what it does. */
    public static MockOptions of(Contract contract) {
        return of((Offer) base -> new ContractServed(contract, base));
    }

    /** The same for whatever can be served. */
    public static MockOptions of(Offer offer) {
        return new MockOptions(
                offer, 0, "127.0.0.1", false, InstantSource.system(), tenant -> unpredictable(), false, line -> {});
    }

    public MockOptions withPort(int changed) {
        return new MockOptions(offer, changed, bindAddress, isAdminOpen, clock, ids, hasFaultMode, log);
    }

    /** At one address, or at all of this machine if null. */
    public MockOptions withBindAddress(@Nullable String changed) {
        return new MockOptions(offer, port, changed, isAdminOpen, clock, ids, hasFaultMode, log);
    }

    public MockOptions withAdminOpen(boolean changed) {
        return new MockOptions(offer, port, bindAddress, changed, clock, ids, hasFaultMode, log);
    }

    public MockOptions withClock(InstantSource changed) {
        return new MockOptions(offer, port, bindAddress, isAdminOpen, changed, ids, hasFaultMode, log);
    }

    public MockOptions withLog(Consumer<String> changed) {
        return new MockOptions(offer, port, bindAddress, isAdminOpen, clock, ids, hasFaultMode, changed);
    }

    public MockOptions withFaultMode(boolean changed) {
        return new MockOptions(offer, port, bindAddress, isAdminOpen, clock, ids, changed, log);
    }

    public MockOptions withIds(Function<String, Supplier<UUID>> changed) {
        return new MockOptions(offer, port, bindAddress, isAdminOpen, clock, changed, hasFaultMode, log);
    }

    /** The same ids in every tenant of the same name that is given the same seed and the same calls; to be guessed by anybody. */
    public MockOptions withSeed(long seed) {
        return withIds(tenant -> {
            Random random = new Random(seed * 31 + tenant.hashCode());
            return () -> randomUuid(random);
        });
    }

    /** Nobody's safety hangs on the ids of a mock, so they need not wait for the machine's secure random numbers. */
    private static Supplier<UUID> unpredictable() {
        SplittableRandom random = new SplittableRandom();
        return () -> randomUuid(random);
    }

    private static UUID randomUuid(RandomGenerator random) {
        long high = (random.nextLong() & ~0xf000L) | 0x4000L;
        long low = (random.nextLong() & ~(3L << 62)) | (1L << 63);
        return new UUID(high, low);
    }
}
