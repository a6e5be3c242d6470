package io.s360.iid.mock.lifecycle;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Resource;
import io.s360.iid.contract.source.Pointers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Reads resources into a population.
 *
 * @param now what times that are left out are counted from
 * @param isAddition whether it is added to what lives on, so that what is forgotten by now is not there
 * @param complain is told of each thing that can't live here, which is then left out unless this throws
 */
record StateReading(
        Contract contract,
        Keys keys,
        Population population,
        Instant now,
        boolean isAddition,
        Consumer<UnusableState> complain) {

    Optional<Individual> find(Resource kind, String key) {
        return isAddition ? population.find(kind, key, now) : population.find(kind, key, Instant.MIN);
    }

    void read(JsonNode state) {
        if (!state.isObject()) {
            complain.accept(new UnusableState("the state is not an object"));
            return;
        }
        List<String> kinds = List.copyOf(contract.lifecycle().resources().keySet());
        state.propertyNames().stream()
                .filter(name -> !kinds.contains(name))
                .map(name -> new UnusableState(Pointers.child("", name) + " is no resource of the contract, which has "
                        + String.join(", ", kinds)))
                .forEach(complain);
        for (Resource kind : contract.lifecycle().resources().values()) {
            JsonNode items = state.get(kind.name());
            if (items != null) {
                read(kind, items);
            }
        }
    }

    private void read(Resource kind, JsonNode items) {
        String pointer = Pointers.child("", kind.name());
        if (!items.isArray()) {
            complain.accept(new UnusableState(pointer + " is not an array"));
            return;
        }
        List<Item> named = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Item item = new Item(Pointers.child(pointer, String.valueOf(i)), kind, items.get(i));
            if (item.isCount()) {
                attempt(() -> count(item)); // before those that take their places behind them
            } else {
                named.add(item);
            }
        }
        named.forEach(item -> attempt(() -> add(item)));
    }

    private void attempt(Runnable reading) {
        try {
            reading.run();
        } catch (UnusableState unusable) {
            complain.accept(unusable);
        }
    }

    private void count(Item item) {
        ItemReading reading = new ItemReading(this, item);
        item.strangers(StateForm.membersOfCount(item.kind())).forEach(complain);
        int number = item.number(StateForm.COUNT).orElseThrow(() -> item.lacks(StateForm.COUNT));
        Brood brood = population.below(reading.parent().orElse(null));
        if (brood.born(item.kind()) + (long) number > Item.MOST) {
            throw item.wrong(StateForm.COUNT, "makes too many");
        }
        brood.addUnnamed(item.kind(), reading.owner().orElse(null), number);
    }

    private void add(Item item) {
        item.strangers(StateForm.membersOf(item.kind())).forEach(complain);
        if (population.size() >= Sandbox.CAPACITY) {
            throw item.wrong("is one more than the " + Sandbox.CAPACITY + " that there is room for");
        }
        ItemReading reading = new ItemReading(this, item);
        population.add(
                reading.identity(),
                reading.life(),
                item.number(StateForm.SEQUENCE).orElse(null));
    }
}
