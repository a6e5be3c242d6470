package io.s360.iid.verify.walk;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Effect;
import io.s360.iid.contract.Resource;
import io.s360.iid.contract.Standing;
import io.s360.iid.verify.walk.model.Life;
import io.s360.iid.verify.walk.model.Model;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Thinks of how much time passes: often none, often until a moment that counts, a millisecond more or less. */
final class Pauses {

    /** Rather before a moment than after it, when there is not much left to see. */
    private static final List<Duration> AROUND =
            List.of(Duration.ofMillis(-1), Duration.ofMillis(-1), Duration.ZERO, Duration.ofMillis(1));

    private static final int PERCENT = 100;
    private static final int NONE = 66;
    private static final int ANY = 76;

    private final List<Duration> known;
    private final List<Duration> collapsing;
    private final Contract contract;
    private final Random random;

    Pauses(Contract contract, Random random) {
        this.contract = contract;
        this.random = random;
        this.known = known(contract);
        this.collapsing = collapsing(contract);
    }

    /** Every length of time that the life-cycle and the decisions speak of, the shortest first. */
    static List<Duration> known(Contract contract) {
        List<Duration> all = new ArrayList<>(collapsing(contract));
        contract.lifecycle().resources().values().stream()
                .map(Resource::expires)
                .filter(Objects::nonNull)
                .forEach(lifetime -> all.addAll(List.of(lifetime.idle(), lifetime.atMost())));
        return all.stream().distinct().sorted().toList();
    }

    private static List<Duration> collapsing(Contract contract) {
        return contract.operations().stream()
                .flatMap(operation -> operation.decisions().stream())
                .flatMap(row -> row.then().stream())
                .filter(Effect.Extend.class::isInstance)
                .map(effect -> ((Effect.Extend) effect).atMostEvery())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** How old things are at first: mostly new, sometimes near the end of the longest time that they can have. */
    Duration age() {
        List<Resource.Lifetime> lifetimes = contract.lifecycle().resources().values().stream()
                .map(Resource::expires)
                .filter(Objects::nonNull)
                .toList();
        if (lifetimes.isEmpty() || random.nextInt(10) < 6) {
            return Duration.ZERO;
        }
        Resource.Lifetime lifetime = lifetimes.get(random.nextInt(lifetimes.size()));
        long rest = 1L + random.nextInt((int) lifetime.idle().multipliedBy(2).toSeconds());
        return lifetime.atMost().minusSeconds(rest);
    }

    Duration next(Model model, Collection<Integer> numbers) {
        int dice = random.nextInt(PERCENT);
        if (dice < NONE || known.isEmpty()) {
            return Duration.ZERO;
        }
        if (dice < ANY) {
            Duration some = known.get(random.nextInt(random.nextInt(known.size()) + 1)); // rather a short one
            return Duration.ofSeconds(random.nextInt((int) some.toSeconds() + 1));
        }
        List<Duration> moments = moments(model, numbers.stream().sorted().toList());
        return moments.isEmpty() ? Duration.ZERO : moments.get(random.nextInt(moments.size()));
    }

    private List<Duration> moments(Model model, List<Integer> numbers) {
        List<Instant> found = new ArrayList<>();
        boolean isFar = random.nextInt(10) == 0;
        for (int number : numbers) {
            Life life = model.life(number);
            Standing standing = model.standing(number);
            if (life != null && (isFar || standing.isActive())) {
                Instant last = life.lastExtendedAt();
                collapsing.forEach(every -> found.add((last == null ? life.createdAt() : last).plus(every)));
                found.add(life.expiresAt());
                if (isFar) {
                    found.add(life.maxExpiresAt());
                    model.remembered(number).ifPresent(found::add);
                }
            }
        }
        return found.stream()
                .flatMap(moment -> AROUND.stream()
                        .map(more -> Duration.between(model.now(), moment).plus(more)))
                .filter(pause -> !pause.isNegative())
                .toList();
    }
}
