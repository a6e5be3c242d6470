package io.s360.iid.verify.walk;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Resource;
import io.s360.iid.contract.Standing;
import io.s360.iid.verify.cases.Cast;
import io.s360.iid.verify.walk.Walk.Opening;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Thinks of what is there when a walk begins. */
final class Openings {

    private static final int PEOPLE = 2;
    private static final JsonNode NO_ATTRIBUTES = JsonNodeFactory.instance.objectNode();

    private final Contract contract;
    private final Cast cast;
    private final List<Opening> found = new ArrayList<>();

    Openings(Contract contract, Cast cast) {
        this.contract = contract;
        this.cast = cast;
    }

    /** What the cast has on a target where nobody can put anything; nothing that a call could end for others. */
    List<Opening> asCast() {
        Map<String, Integer> numbers = new HashMap<>();
        for (Resource kind : contract.lifecycle().resources().values()) {
            for (Demo.Seed seed : cast.data().seedsOf(kind.name())) {
                boolean isUsable = kind.within() == null || !seed.standing().isActive() || isHarmless(seed.owner());
                Integer within =
                        kind.within() == null ? Integer.valueOf(0) : numbers.get(String.valueOf(seed.parentKey()));
                if (isUsable && within != null) {
                    int number = found.size() + 1;
                    numbers.put(seed.key(), number);
                    found.add(new Opening(
                            number, kind, within, seed.owner(), 1, seed.attributes(), seed.standing(), seed.key()));
                }
            }
        }
        return found;
    }

    /** Nobody can do anything to it: its owner may call nothing. */
    private boolean isHarmless(@Nullable String owner) {
        return owner != null
                && contract.operations().stream()
                        .noneMatch(operation -> cast.data().client(owner).stream()
                                .anyMatch(client -> client.isGranted(operation.id())));
    }

    /** Fresh people, and now and then something that they hold, or so much of it that a limit is near. */
    List<Opening> fresh(Random random) {
        for (Resource kind : contract.lifecycle().resources().values()) {
            if (kind.within() == null) {
                people(kind);
            } else if (kind.key() != null && random.nextInt(10) < 4) {
                add(kind, parentOf(kind), anyClient(random), 1);
            }
        }
        if (random.nextInt(100) < 4) {
            crowd(random);
        }
        return found;
    }

    private void people(Resource kind) {
        List<Demo.Seed> models = cast.data().seedsOf(kind.name()).stream()
                .filter(seed -> seed.standing().isActive())
                .limit(PEOPLE)
                .toList();
        models.forEach(model -> found.add(
                new Opening(found.size() + 1, kind, 0, null, 1, model.attributes(), Standing.active(), null)));
    }

    /** So many of a kind whose number is limited that only a few more have room. */
    private void crowd(Random random) {
        List<Resource> limited = contract.lifecycle().resources().values().stream()
                .filter(kind -> kind.perParent() != null && kind.within() != null)
                .toList();
        if (limited.isEmpty()) {
            return;
        }
        Resource kind = limited.get(random.nextInt(limited.size()));
        int room = 1 + random.nextInt(3);
        int wanted = Math.max(1, kind.perParent() == null ? 1 : kind.perParent() - room);
        if (kind.key() == null) {
            Resource above = contract.lifecycle().resource(String.valueOf(kind.within()));
            String owner = cast.data().clients().get(0).id();
            add(above, parentOf(above), owner, 1);
            add(kind, found.size(), owner, wanted);
            return;
        }
        String bystander =
                cast.data().clients().get(cast.data().clients().size() - 1).id();
        long there = found.stream().filter(each -> each.kind().equals(kind)).count();
        for (long each = there; each < wanted; each++) {
            add(kind, parentOf(kind), bystander, 1);
        }
    }

    private void add(Resource kind, int within, String owner, int count) {
        found.add(new Opening(found.size() + 1, kind, within, owner, count, NO_ATTRIBUTES, Standing.active(), null));
    }

    /** The first that could enclose such a resource. */
    private int parentOf(Resource kind) {
        return found.stream()
                .filter(each -> each.kind().name().equals(kind.within()))
                .findFirst()
                .map(Opening::number)
                .orElse(0);
    }

    private String anyClient(Random random) {
        List<Demo.Client> clients = cast.data().clients().stream()
                .filter(Demo.Client::enabled)
                .filter(client -> client.requestsPerMinute() == null)
                .toList();
        return clients.get(random.nextInt(clients.size())).id();
    }
}
