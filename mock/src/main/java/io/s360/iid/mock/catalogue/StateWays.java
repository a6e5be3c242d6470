package io.s360.iid.mock.catalogue;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Check;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Operation;
import io.s360.iid.mock.answer.World;
import io.s360.iid.mock.refusal.Curl;
import io.s360.iid.mock.refusal.DemoCalls;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the answers of one operation come about as they would on a server. The demo data are tried: each call alone, a call again
 * and again, a call after one of another operation, and calls with something wrong. What was found first is the plainest.
 */
final class StateWays {

    private static final int MOST_CALLS = 400;

    private final Contract contract;
    private final Operation operation;
    private final Trial trial;
    private final GoodCalls goodCalls;
    private final Map<String, Way> found = new HashMap<>();

    StateWays(Contract contract, Operation operation, Trial trial, GoodCalls goodCalls) {
        this.contract = contract;
        this.operation = operation;
        this.trial = trial;
        this.goodCalls = goodCalls;
    }

    /** By the name of the answer; without those that cannot be had so. */
    Map<String, Way> find() {
        contract.checks().forEach(this::tryCheck);
        tryEachCall();
        goodCalls.of(operation).ifPresent(good -> {
            goodCalls.large(operation).ifPresent(this::tryAgainAndAgain);
            tryAgainAndAgain(good);
            contract.operations().forEach(other -> tryAfter(other, good));
        });
        tryFaults();
        return found;
    }

    private void tryCheck(Check check) {
        String answer = check.answer().name();
        goodCalls.of(operation).stream()
                .flatMap(good -> new BrokenCalls(contract).of(check.kind(), operation, good))
                .filter(steps -> trial.answerTo(steps).equals(answer))
                .findFirst()
                .ifPresent(steps -> found.putIfAbsent(answer, new Way(Way.By.STATE, check.fails(), steps)));
    }

    private void tryEachCall() {
        DemoCalls calls = new DemoCalls(contract);
        Set<String> wanted = operation.decisions().stream()
                .map(row -> row.answer().name())
                .filter(name -> !found.containsKey(name))
                .collect(Collectors.toCollection(HashSet::new));
        calls.of(operation)
                .map(call -> goodCalls.toCurl(operation, call))
                .takeWhile(call -> !wanted.isEmpty())
                .forEach(call -> {
                    String answer = trial.answerTo(List.of(call));
                    if (wanted.remove(answer)) {
                        add(answer, List.of(call), "");
                    }
                });
    }

    private void tryAgainAndAgain(Curl call) {
        World world = trial.newWorld();
        String first = Trial.answerIn(world, call);
        for (int times = 2; times <= MOST_CALLS; times++) {
            String answer = Trial.answerIn(world, call);
            if (!answer.equals(first)) {
                add(answer, Collections.nCopies(times, call), ", after as many calls as it takes");
                return;
            }
        }
    }

    private void tryAfter(Operation other, Curl call) {
        Optional<Curl> before =
                other.decisions().stream().allMatch(row -> row.then().isEmpty())
                        ? Optional.empty()
                        : goodCalls.of(other);
        before.map(first -> List.of(first, call))
                .ifPresent(steps -> add(trial.answerTo(steps), steps, ", after " + other.id()));
    }

    private void add(String answer, List<Curl> steps, String when) {
        operation.decisions().stream()
                .filter(row -> row.answer().name().equals(answer))
                .findFirst()
                .ifPresent(row -> found.putIfAbsent(answer, new Way(Way.By.STATE, sentence(row, when), steps)));
    }

    private String sentence(Decision row, String when) {
        boolean isOnly = operation.decisions().stream()
                        .filter(other -> other.answer().equals(row.answer()))
                        .count()
                == 1;
        return (isOnly ? "Decision: " + row.given() : "One of its decisions, such as: " + row.given()) + when + ".";
    }

    /** What goes wrong on the other side cannot be brought about from this one, but a mock can be asked for it. */
    private void tryFaults() {
        goodCalls.of(operation).ifPresent(good -> {
            addFault(contract.unforeseen(), good);
            addFault(contract.unavailable(), good);
        });
    }

    private void addFault(Answer answer, Curl good) {
        String says = "A fault of the other side, in a mock that was started with --faults.";
        List<Curl> steps = List.of(good.with("X-Mock-Fault", "answer=" + answer.name()));
        found.putIfAbsent(answer.name(), new Way(Way.By.STATE, says, steps));
    }
}
