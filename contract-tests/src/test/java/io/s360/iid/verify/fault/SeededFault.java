package io.s360.iid.verify.fault;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.contract.source.Clause;
import io.s360.iid.contract.source.ContractFiles;
import io.s360.iid.server.session.SessionStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * A fault as {@code faults.yaml} tells it.
 *
 * @param name unique
 * @param kind of clause that it breaks
 * @param judged the operations that are judged; all if there is none
 * @param headline what stands in its headline, or in the line of the contract that this names
 * @param definition how it is put into a target
 */
public record SeededFault(
        String name, String kind, String what, Set<String> judged, List<String> headline, JsonNode definition) {

    private static final String FOLDER = "/io/s360/iid/verify/fault/";
    private static final String FILE = "faults.yaml";

    /** All faults, in the order of the file. */
    public static List<SeededFault> all() {
        Clause root = Clause.root(
                name -> {
                    try (var in = SeededFault.class.getResourceAsStream(FOLDER + name)) {
                        return new String(
                                java.util.Objects.requireNonNull(in, name).readAllBytes(),
                                java.nio.charset.StandardCharsets.UTF_8);
                    }
                },
                FILE);
        return root.get("faults").items().stream()
                .map(fault -> of(fault.value()))
                .toList();
    }

    /** The fault of this name. */
    public static SeededFault named(String name) {
        return all().stream()
                .filter(fault -> fault.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static SeededFault of(JsonNode fault) {
        return new SeededFault(
                fault.get("name").asString(),
                fault.get("kind").asString(),
                fault.get("what").asString(),
                Set.copyOf(texts(fault.path("judged"))),
                texts(fault.path("headline")),
                fault);
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .collect(Collectors.toList());
    }

    /** The same, with all operations judged. */
    SeededFault everywhere() {
        return new SeededFault(name, kind, what, Set.of(), headline, definition);
    }

    /** How it is put into a target of this name. */
    private JsonNode into(String target) {
        return definition.has(target) ? definition.get(target) : definition;
    }

    /** By what means it is put into a target. */
    public String means(String target) {
        return List.of("contract", "store", "proxy").stream()
                .filter(into(target)::has)
                .collect(Collectors.joining(" and "));
    }

    /** Whether nothing that it leaves behind may meet another fault. */
    boolean isAfresh(String target) {
        return definition.has("afresh") || !means(target).equals("proxy");
    }

    /** The contract that the target follows: the kit's, unless the fault is in it. */
    Contract contract(String target) {
        JsonNode edits = into(target).path("contract");
        if (edits.isEmpty()) {
            return ContractReader.readBundled();
        }
        ContractFiles bundled = ContractFiles.bundled();
        return ContractReader.read(
                name -> {
                    String text = bundled.text(name);
                    for (JsonNode edit : edits) {
                        if (edit.path("file").asString(ContractReader.ROOT).equals(name)) {
                            text = edited(text, edit);
                        }
                    }
                    return text;
                },
                ContractReader.ROOT);
    }

    private String edited(String text, JsonNode edit) {
        String after =
                text.replaceFirst(edit.get("find").asString(), edit.get("with").asString());
        if (after.equals(text)) {
            throw new IllegalStateException(name + " changes nothing: " + edit);
        }
        return after;
    }

    /** What stands before the server's store: methods that do nothing, and what they give. */
    SessionStore before(SessionStore store, String target) {
        JsonNode idle = into(target).path("store");
        return idle.isEmpty()
                ? store
                : (SessionStore) Proxy.newProxyInstance(
                        SessionStore.class.getClassLoader(),
                        new Class<?>[] {SessionStore.class},
                        (self, method, given) -> {
                            if (idle.has(method.getName())) {
                                return idle.get(method.getName()).booleanValue();
                            }
                            try {
                                return method.invoke(store, given);
                            } catch (InvocationTargetException failed) {
                                throw failed.getCause() == null ? failed : failed.getCause();
                            }
                        });
    }

    /** What is done to what passes. */
    Meddling meddling(Contract contract, String target) {
        Meddling all = (request, upstream) -> upstream.send(request);
        for (JsonNode fault : into(target).path("proxy")) {
            all = new ProxyFault(contract, fault).before(all);
        }
        return all;
    }
}
