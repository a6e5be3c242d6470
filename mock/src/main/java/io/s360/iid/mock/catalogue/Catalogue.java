package io.s360.iid.mock.catalogue;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.Trigger;
import io.s360.iid.mock.refusal.Curl;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every answer of every operation with three ways to it. All that can be tried without a running mock was tried when the catalogue was
 * made; an answer that cannot be had in some way says so in words.
 */
public final class Catalogue {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Entry> entries;

    private Catalogue(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** The catalogue of a contract. Takes a second or so; whoever needs it often keeps it. */
    public static Catalogue of(Contract contract) {
        Trial trial = new Trial(contract);
        GoodCalls goodCalls = new GoodCalls(contract, trial);
        List<Entry> entries = new ArrayList<>();
        for (Operation operation : contract.operations()) {
            Map<String, Way> byState = new StateWays(contract, operation, trial, goodCalls).find();
            for (Answer answer : operation.answers().values()) {
                Way state = byState.getOrDefault(
                        answer.name(),
                        Way.none(Way.By.STATE, "Not to be had by state with the demo data of this contract."));
                Way prefer = byPrefer(operation, answer, trial);
                Way trigger = byTrigger(contract, operation, answer, trial, goodCalls);
                entries.add(new Entry(operation, answer, List.of(state, prefer, trigger)));
            }
        }
        return new Catalogue(entries);
    }

    private static Way byPrefer(Operation operation, Answer answer, Trial trial) {
        Curl step = new Curl(operation.method(), operation.path(), Map.of("Prefer", "example=" + answer.name()), null);
        return trial.rehearses(step, answer)
                ? new Way(Way.By.PREFER, "Whatever else the request has or lacks.", List.of(step))
                : Way.none(Way.By.PREFER, "Not to be had by Prefer: another answer has the same name.");
    }

    private static Way byTrigger(
            Contract contract, Operation operation, Answer answer, Trial trial, GoodCalls goodCalls) {
        Optional<Curl> good = goodCalls.of(operation);
        for (Trigger trigger : contract.demo().triggers()) {
            Optional<Curl> step = good.filter(call -> trigger.appliesTo(operation))
                    .map(call -> triggering(call, trigger, answer))
                    .filter(call -> trial.rehearses(call, answer));
            if (step.isPresent()) {
                String says =
                        "The member " + trigger.member() + " of a good request is " + trigger.valueFor(answer) + ".";
                return new Way(Way.By.TRIGGER, says, List.of(step.get()));
            }
        }
        return Way.none(
                Way.By.TRIGGER,
                good.isEmpty()
                        ? "Not to be had by a trigger value: no request of the demo data passes all checks."
                        : "Not to be had by a trigger value: the contract declares none for a member of this request.");
    }

    private static Curl triggering(Curl good, Trigger trigger, Answer answer) {
        ObjectNode body = (ObjectNode) JSON.readTree(Objects.requireNonNull(good.body()));
        body.put(trigger.member(), trigger.valueFor(answer));
        return new Curl(good.method(), good.path(), good.headers(), body.toString());
    }

    /** In the order of the contract. */
    public List<Entry> entries() {
        return entries;
    }

    /**
     * As the admin API gives it.
     *
     * @param base where the mock is; without a slash at its end
     */
    public JsonNode toJson(URI base) {
        return CatalogueJson.of(entries, base);
    }

    /**
     * For whoever reads it in a terminal.
     *
     * @param base where the mock is; without a slash at its end
     */
    public String toText(URI base) {
        return new CatalogueText(entries, base).text();
    }
}
