package io.s360.iid.verify.fault;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.verify.Verification;
import io.s360.iid.verify.VerifyMain;
import io.s360.iid.verify.cases.Cast;
import io.s360.iid.verify.exchange.HouseTargets;
import io.s360.iid.verify.exchange.Target;
import io.s360.iid.verify.report.Cause;
import io.s360.iid.verify.report.Verdict;
import java.time.InstantSource;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts faults into mocks and servers and has them judged. For one thread. */
public final class Laboratory implements AutoCloseable {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-15T08:00:00Z"));

    private final Contract contract = ContractReader.readBundled();
    private @Nullable HouseTargets house;

    /** The causes that are found if these faults are in a target at once. */
    public Verdict judge(String target, SeededFault... faults) {
        Set<String> judged = new HashSet<>();
        for (SeededFault fault : faults) {
            judged.addAll(fault.judged());
        }
        if (List.of(faults).stream().anyMatch(fault -> fault.judged().isEmpty())) {
            judged.clear();
        }
        Verification verification =
                new Verification(contract, VerifyMain.BUNDLED_DOCUMENT, Cast.ofDemo(contract), Map.of(), judged);
        boolean afresh = List.of(faults).stream().anyMatch(fault -> fault.isAfresh(target));
        if (afresh) {
            close();
        }
        try (MeddlingProxy proxy = new MeddlingProxy(targetWith(target, faults), meddling(target, faults))) {
            verification.judge(proxy);
        }
        if (afresh) {
            close();
        }
        return verification.verdict();
    }

    private Target targetWith(String target, SeededFault... faults) {
        if (house == null) {
            Contract followed = contract;
            for (SeededFault fault : faults) {
                Contract other = fault.contract(target);
                followed = fault.means(target).contains("contract") ? other : followed;
            }
            house = HouseTargets.start(followed, CLOCK, store -> {
                io.s360.iid.server.session.SessionStore before = store;
                for (SeededFault fault : faults) {
                    before = fault.before(before, target);
                }
                return before;
            });
        }
        return target.equals("mock") ? house.mock() : house.server();
    }

    private Meddling meddling(String target, SeededFault... faults) {
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
