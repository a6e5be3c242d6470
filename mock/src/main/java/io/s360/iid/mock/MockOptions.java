package io.s360.iid.mock;

import io.s360.iid.contract.Contract;
import java.time.InstantSource;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a mock is to be.
 *
 * @param contract what it executes
 * @param port 0 for any free one
 * @param bindAddress the one address to listen at; null for all of this machine
 * @param isAdminOpen whether other machines may use WireMock's admin API
 * @param clock what time it is in the mock
 * @param ids gives a new one each time, for the resources that are created; used by one thread at a time
 * @param log takes a line for each request, and one for each reason to refuse it; used by several threads
 */
public record MockOptions(
        Contract contract,
        int port,
        @Nullable String bindAddress,
        boolean isAdminOpen,
        InstantSource clock,
        Supplier<UUID> ids,
        Consumer<String> log) {

    /** A mock at any free port of this machine's loopback address that tells nobody what it does. */
    public static MockOptions of(Contract contract) {
        return new MockOptions(contract, 0, "127.0.0.1", false, InstantSource.system(), UUID::randomUUID, line -> {});
    }

    public MockOptions withPort(int changed) {
        return new MockOptions(contract, changed, bindAddress, isAdminOpen, clock, ids, log);
    }

    /** At one address, or at all of this machine if null. */
    public MockOptions withBindAddress(@Nullable String changed) {
        return new MockOptions(contract, port, changed, isAdminOpen, clock, ids, log);
    }

    public MockOptions withAdminOpen(boolean changed) {
        return new MockOptions(contract, port, bindAddress, changed, clock, ids, log);
    }

    public MockOptions withClock(InstantSource changed) {
        return new MockOptions(contract, port, bindAddress, isAdminOpen, changed, ids, log);
    }

    public MockOptions withLog(Consumer<String> changed) {
        return new MockOptions(contract, port, bindAddress, isAdminOpen, clock, ids, changed);
    }

    public MockOptions withIds(Supplier<UUID> changed) {
        return new MockOptions(contract, port, bindAddress, isAdminOpen, clock, changed, log);
    }

    /** The same ids in every mock that is given the same seed and the same calls; to be guessed by anybody. */
    public MockOptions withSeed(long seed) {
        Random random = new Random(seed);
        return withIds(() -> randomUuid(random));
    }

    private static UUID randomUuid(Random random) {
        long high = (random.nextLong() & ~0xf000L) | 0x4000L;
        long low = (random.nextLong() & ~(3L << 62)) | (1L << 63);
        return new UUID(high, low);
    }
}
