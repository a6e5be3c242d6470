package io.s360.iid.verify.walk;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Effect;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.Resource;
import io.s360.iid.verify.cases.Cast;
import io.s360.iid.verify.walk.model.Call;
import io.s360.iid.verify.walk.model.Model;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Who and what can take part in the next step of a walk that is being thought of. */
final class Company {

    private final Contract contract;
    private final Cast cast;
    private final Random random;
    private final Map<Integer, Member> members = new TreeMap<>();

    Company(Contract contract, Cast cast, Random random) {
        this.contract = contract;
        this.cast = cast;
        this.random = random;
    }

    /**
     * A resource that a call can name.
     *
     * @param within the number of what encloses it; 0 if nothing does
     */
    record Member(int number, Resource kind, int within, String owner) {}

    List<Integer> numbers() {
        return List.copyOf(members.keySet());
    }

    void welcome(Walk.Opening opening) {
        if (opening.kind().key() != null) {
            String owner = String.valueOf(opening.owner());
            members.put(opening.number(), new Member(opening.number(), opening.kind(), opening.within(), owner));
        }
    }

    /** Whatever a call has made joins. */
    void welcome(Call call) {
        call.operation().decisions().stream()
                .flatMap(row -> row.then().stream())
                .filter(Effect.Create.class::isInstance)
                .map(effect -> contract.lifecycle().resource(effect.resource()))
                .filter(kind -> kind.key() != null)
                .forEach(kind -> {
                    int within = call.subjects().getOrDefault(String.valueOf(kind.within()), 0);
                    members.put(
                            call.number(),
                            new Member(
                                    call.number(), kind, within, call.client().id()));
                });
    }

    /** An end that only others can bring about; empty if nothing is active. */
    Optional<Walk.End> someEnd(Model model) {
        List<Walk.End> ends = members.values().stream()
                .filter(member -> model.standing(member.number()).isActive())
                .flatMap(member -> member.kind().reasons().stream()
                        .filter(reason -> !reason.equals(Resource.EXPIRED))
                        .filter(reason -> !reason.equals(member.kind()
                                .endsWith()
                                .get(String.valueOf(member.kind().within()))))
                        .map(reason -> new Walk.End(member.number(), member.kind(), reason)))
                .toList();
        return ends.isEmpty() ? Optional.empty() : Optional.of(pick(ends));
    }

    /** A call by the one who owns what it names, with the keys that lead to it. */
    Call straight(Model model, int number, Operation operation) {
        List<Resource> subjects = operation.subjects();
        Map<String, Integer> named = new HashMap<>();
        Demo.Client client = pick(callers(true));
        Optional<Member> at = Optional.empty();
        for (int innermost = subjects.size() - 1; innermost >= 0 && at.isEmpty(); innermost--) {
            at = some(model, subjects.get(innermost));
        }
        while (at.isPresent()) {
            Member member = at.get();
            if (member.kind().ownedByClient()) {
                client = cast.data().client(member.owner()).orElse(client);
            }
            named.put(member.kind().name(), member.number());
            at = Optional.ofNullable(members.get(member.within()));
        }
        return new Call(number, operation, client, named, items(operation));
    }

    /** A call that soon meets a limit if it is made again and again. */
    Call insist(Model model, int number, List<Operation> limited) {
        Call call = straight(model, number, pick(limited));
        int most = Requested.mostItems(contract, call.operation());
        return new Call(number, call.operation(), call.client(), call.subjects(), most);
    }

    /** A call by anybody, with keys that may have nothing to do with each other. */
    Call stray(int number, Operation operation) {
        Map<String, Integer> named = new HashMap<>();
        for (Resource subject : operation.subjects()) {
            List<Member> all = all(subject);
            boolean isUnknown = all.isEmpty() || random.nextInt(5) == 0;
            named.put(subject.name(), isUnknown ? 0 : pick(all).number());
        }
        return new Call(number, operation, pick(callers(false)), named, items(operation));
    }

    /** Rather one that is active, and rather a late one. */
    private Optional<Member> some(Model model, Resource kind) {
        List<Member> all = all(kind);
        List<Member> active = all.stream()
                .filter(member -> model.standing(member.number()).isActive())
                .toList();
        List<Member> from = active.isEmpty() || random.nextInt(4) == 0 ? all : active;
        return from.isEmpty()
                ? Optional.empty()
                : Optional.of(from.get(Math.max(random.nextInt(from.size()), random.nextInt(from.size()))));
    }

    private List<Member> all(Resource kind) {
        return members.values().stream()
                .filter(member -> member.kind().equals(kind))
                .toList();
    }

    private int items(Operation operation) {
        int most = Requested.mostItems(contract, operation);
        return random.nextInt(100) < 8 ? most : 1 + random.nextInt(Math.min(most, 3));
    }

    /** Those whose requests are not counted: how many are left depends on what happened before. */
    private List<Demo.Client> callers(boolean isFree) {
        return cast.data().clients().stream()
                .filter(client -> client.requestsPerMinute() == null)
                .filter(client -> !isFree || (client.enabled() && client.granted() == null))
                .toList();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
