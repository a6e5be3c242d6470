package io.s360.iid.verify.fault;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.server.session.SessionStore;
import io.s360.iid.verify.Verification;
import io.s360.iid.verify.VerifyMain;
import io.s360.iid.verify.cases.Cast;
import io.s360.iid.verify.exchange.AdjustableClock;
import io.s360.iid.verify.exchange.HouseTargets;
import io.s360.iid.verify.exchange.Target;
import io.s360.iid.verify.report.Cause;
import io.s360.iid.verify.report.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts faults into mocks and servers and has them judged. For one thread. */
public final class Laboratory implements AutoCloseable {

    private static final AdjustableClock CLOCK = new AdjustableClock();

    private final Contract contract = ContractReader.readBundled();
    private final Map<Set<String>, Verification> verifications = new HashMap<>();
    private String inhabitants = "";
    private @Nullable HouseTargets house;

    /** What is found if these faults are in a target at once. */
    public Outcome judge(String target, SeededFault... faults) {
        List<SeededFault> seeded = List.of(faults);
        Verification verification = verifications.computeIfAbsent(
                judged(seeded),
                only -> new Verification(contract, VerifyMain.BUNDLED_DOCUMENT, Cast.ofDemo(contract), Map.of(), only));
        String name = target + " · " + seeded.stream().map(SeededFault::name).collect(Collectors.joining(" · "));
        try (MeddlingProxy proxy = new MeddlingProxy(name, targetWith(target, seeded), meddling(target, seeded))) {
            verification.judge(proxy);
        }
        List<Cause> causes = verification.verdict().causes().stream()
                .filter(cause -> cause.target().equals(name))
                .toList();
        return new Outcome(name, verification.verdict(), causes);
    }

    /** What has been found in a column of a verdict. */
    public record Outcome(String column, Verdict verdict, List<Cause> causes) {}

    private static Set<String> judged(List<SeededFault> faults) {
        return faults.stream().anyMatch(fault -> fault.judged().isEmpty())
                ? Set.of()
                : faults.stream().flatMap(fault -> fault.judged().stream()).collect(Collectors.toSet());
    }

    /** A fault that leaves nothing behind need not have a house of its own. */
    private Target targetWith(String target, List<SeededFault> faults) {
        String wanted = faults.stream()
                .filter(fault -> fault.isAfresh(target))
                .map(fault -> fault.name() + fault.means(target))
                .collect(Collectors.joining(" "));
        if (house == null || !wanted.equals(inhabitants)) {
            close();
            house = HouseTargets.start(followed(target, faults), CLOCK, store -> before(store, target, faults));
            inhabitants = wanted;
        }
        return target.equals("mock") ? house.mock() : house.server();
    }

    private Contract followed(String target, List<SeededFault> faults) {
        return faults.stream()
                .filter(fault -> fault.means(target).contains("contract"))
                .map(fault -> fault.contract(target))
                .findFirst()
                .orElse(contract);
    }

    private static SessionStore before(SessionStore store, String target, List<SeededFault> faults) {
        SessionStore before = store;
        for (SeededFault fault : faults) {
            before = fault.before(before, target);
        }
        return before;
    }

    private Meddling meddling(String target, List<SeededFault> faults) {
        Meddling all = (request, upstream) -> upstream.send(request);
        for (SeededFault fault : faults) {
            all = fault.meddling(contract, target).before(all);
        }
        return all;
    }

    @Override
    public void close() {
        if (house != null) {
            house.close();
            house = null;
        }
    }
}
