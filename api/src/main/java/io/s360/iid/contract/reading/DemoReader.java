package io.s360.iid.contract.reading;

import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Lifecycle;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.Resource;
import io.s360.iid.contract.Standing;
import io.s360.iid.contract.Trigger;
import io.s360.iid.contract.source.Clause;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads {@code x-demo}. */
final class DemoReader {

    private static final Set<String> OWN_MEMBERS = Set.of("lasts", "clients", "triggers");
    private static final String ANSWER = "{answer}";

    private final Findings findings;
    private final Lifecycle lifecycle;

    DemoReader(Findings findings, Lifecycle lifecycle) {
        this.findings = findings;
        this.lifecycle = lifecycle;
    }

    Demo read(Clause clause, List<Operation> operations) {
        List<Demo.Client> clients =
                clause.get("clients").items().stream().map(DemoReader::toClient).toList();
        clients.forEach(client -> checkGrants(clause, client, operations));
        checkUnique(clause.get("clients"), "id");
        Map<String, List<Demo.Seed>> seeds = new LinkedHashMap<>();
        clause.members().forEach((name, seeded) -> {
            if (!OWN_MEMBERS.contains(name)) {
                readSeeds(name, seeded, seeds);
            }
        });
        return new Demo(LifecycleReader.toDuration(clause.get("lasts")), clients, seeds, readTriggers(clause));
    }

    private static List<Trigger> readTriggers(Clause demo) {
        List<Trigger> triggers = new ArrayList<>();
        demo.find("triggers")
                .ifPresent(found -> found.members().forEach((member, template) -> {
                    int at = template.text().indexOf(ANSWER);
                    String before = template.text().substring(0, at);
                    String after = template.text().substring(at + ANSWER.length());
                    triggers.add(new Trigger(member, before, after, template.place()));
                }));
        return triggers;
    }

    private void readSeeds(String name, Clause seeded, Map<String, List<Demo.Seed>> seeds) {
        Resource resource = lifecycle.resources().get(name);
        if (resource == null || resource.key() == null) {
            findings.add(seeded.place(), "x-demo", "the life-cycle has no resource " + name + " with a key");
            return;
        }
        List<Demo.Seed> read = new ArrayList<>();
        for (Clause seed : seeded.items()) {
            read.add(toSeed(resource, seed));
            checkParent(resource, seed, seeds);
        }
        checkUnique(seeded, resource.key());
        seeds.put(name, read);
    }

    private void checkUnique(Clause list, String member) {
        Set<String> known = new HashSet<>();
        for (Clause item : list.items()) {
            String value = item.get(member).text();
            if (!known.add(value)) {
                findings.add(item.placeOf("/" + member), "x-demo", "the " + member + " " + value + " stands twice");
            }
        }
    }

    private static Demo.Client toClient(Clause clause) {
        return new Demo.Client(
                clause.get("id").text(),
                clause.get("key").text(),
                clause.find("enabled")
                        .map(enabled -> enabled.value().booleanValue())
                        .orElse(true),
                clause.find("granted")
                        .map(granted -> Set.copyOf(granted.texts()))
                        .orElse(null),
                clause.find("requestsPerMinute")
                        .map(rate -> rate.value().intValue())
                        .orElse(null));
    }

    private void checkGrants(Clause clause, Demo.Client client, List<Operation> operations) {
        Set<String> granted = client.granted() == null ? Set.of() : client.granted();
        granted.stream()
                .filter(id -> operations.stream()
                        .noneMatch(operation -> operation.id().equals(id)))
                .forEach(id -> findings.add(
                        clause.place(), "x-demo", client.id() + " is granted " + id + ", which is no operation"));
    }

    private void checkParent(Resource resource, Clause seed, Map<String, List<Demo.Seed>> seeds) {
        String parent = seed.find("within").map(Clause::text).orElse(null);
        boolean known = resource.within() == null
                ? parent == null
                : seeds.getOrDefault(resource.within(), List.of()).stream()
                        .anyMatch(candidate -> candidate.key().equals(parent));
        if (!known) {
            findings.add(
                    seed.place(),
                    "x-demo",
                    resource.name() + " is within " + parent + ", which is not seeded above it");
        }
    }

    private Demo.Seed toSeed(Resource resource, Clause seed) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        for (String attribute : resource.attributes()) {
            attributes.set(attribute, seed.get(attribute).value());
        }
        return new Demo.Seed(
                seed.get(String.valueOf(resource.key())).text(),
                textOf(seed, "within"),
                textOf(seed, "ownedBy"),
                toStanding(resource, seed.get("state")),
                attributes);
    }

    private static @Nullable String textOf(Clause clause, String name) {
        return clause.find(name).map(Clause::text).orElse(null);
    }

    private Standing toStanding(Resource resource, Clause state) {
        String[] parts = state.text().split(" by ", 2);
        boolean known = resource.states().contains(parts[0])
                && (parts.length == 1 || resource.reasons().contains(parts[1]))
                && parts[0].equals(Standing.ENDED) == (parts.length == 2);
        if (!known) {
            findings.add(state.place(), "x-demo", resource.name() + " is never '" + state.text() + "'");
        }
        return new Standing(parts[0], parts.length == 2 ? parts[1] : null);
    }
}
