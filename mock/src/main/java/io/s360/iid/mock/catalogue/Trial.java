package io.s360.iid.mock.catalogue;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Contract;
import io.s360.iid.mock.answer.Answered;
import io.s360.iid.mock.answer.ContractServed;
import io.s360.iid.mock.answer.World;
import io.s360.iid.mock.refusal.Account;
import io.s360.iid.mock.refusal.Curl;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Tries steps in worlds that nobody else has, where no time passes. */
final class Trial {

    private static final URI NOWHERE = URI.create("http://localhost");
    private static final InstantSource STILL = InstantSource.fixed(Instant.EPOCH);

    private final ContractServed served;

    Trial(Contract contract) {
        this.served = new ContractServed(contract, () -> NOWHERE);
    }

    /** A world as a new tenant finds it. */
    World newWorld() {
        AtomicLong last = new AtomicLong();
        return served.newWorld(STILL, () -> new UUID(1L << 14, (1L << 63) | last.incrementAndGet()));
    }

    /** The name of the answer that the last step gets; empty if it has none, or somebody chose it. */
    String answerTo(List<Curl> steps) {
        World world = newWorld();
        String answer = "";
        for (Curl step : steps) {
            answer = answerIn(world, step);
        }
        return answer;
    }

    /** The name of the answer that a step gets in a world; empty if it has none, or somebody chose it. */
    static String answerIn(World world, Curl step) {
        Account account = world.answer(new Rehearsed(step)).account();
        boolean isOrdinary = account.kind() == Account.Kind.GRANTED || account.kind() == Account.Kind.REFUSED;
        return isOrdinary && account.answer() != null ? account.answer() : "";
    }

    /** Whether a step gets an answer because it chose it. */
    boolean rehearses(Curl step, Answer answer) {
        Answered answered = newWorld().answer(new Rehearsed(step));
        return answered.account().kind() == Account.Kind.REHEARSED
                && answer.name().equals(answered.account().answer());
    }
}
