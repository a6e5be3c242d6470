package io.s360.iid.mock.stub;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Check;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The checks of the contract as stubs, in their order: each matches what fails its check, so that what is left has kept all
 * of them. A plain WireMock counts no requests, unzips what says that it is zipped, and cannot tell members that stand twice,
 * what stands behind a JSON text, or how deep one is.
 */
final class PlainChecks {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String JSON_TYPE =
            "(?i)application/json(?:[ \\t]*;[ \\t]*(?:charset=\"?utf-8\"?|(?!charset)[^;=\\s]+=[^;]*))*[ \\t]*;?[ \\t]*";
    private static final String ACCEPTS_JSON =
            "(?i)(?s).*(?:application/json|application/\\*|\\*/\\*)(?![^,]*;[ \\t]*q=0(?:\\.0*)?[ \\t]*(?:,|$)).*";
    private static final String BROKEN_TEXT = "(?is).*(?:[\\x00\\uFFFD]|(?<!\\\\)(?:\\\\\\\\)*(?:\\\\u0000"
            + "|\\\\ud[89ab][0-9a-f]{2}(?!\\\\ud[c-f])|(?<!\\\\ud[89ab][0-9a-f]{2})\\\\ud[c-f][0-9a-f]{2})).*";

    private final Contract contract;
    private final Operation operation;
    private final List<PlainMapping> stubs = new ArrayList<>();

    private PlainChecks(Contract contract, Operation operation) {
        this.contract = contract;
        this.operation = operation;
    }

    /** @param first the priority of the first check; each later one has the next */
    static List<PlainMapping> of(Contract contract, Operation operation, int first) {
        PlainChecks checks = new PlainChecks(contract, operation);
        for (int i = 0; i < contract.checks().size(); i++) {
            checks.add(contract.checks().get(i), first + i);
        }
        return checks.stubs;
    }

    private void add(Check check, int priority) {
        switch (check.kind()) {
            case CONTENT_TYPE -> {
                add(check, priority, "type-missing", Asked.header("Content-Type", Asked.absent()));
                add(check, priority, "type", Asked.header("Content-Type", Asked.otherThan(JSON_TYPE)));
                add(check, priority, "coding", Asked.header("Content-Encoding", Asked.otherThan("(?i)identity")));
            }
            case ACCEPT -> add(check, priority, "accept", Asked.header("Accept", Asked.otherThan(ACCEPTS_JSON)));
            case HEADERS -> operation.headers().forEach(header -> addHeader(check, priority, header));
            case CLIENT -> addClients(check, priority);
            case SIZE -> add(check, priority, "size", Asked.body(Asked.matching(longerThan(operation.maxBytes()))));
            case ENCODING -> add(check, priority, "encoding", Asked.body(Asked.matching(BROKEN_TEXT)));
            case JSON -> add(check, priority, "json", noJson());
            case FIELDS -> add(check, priority, "fields", Asked.body(Asked.not(schema())));
            case PATH, METHOD, RATE -> {} // of all operations together, or of what is counted
        }
    }

    private ObjectNode schema() {
        return schema(PlainSchema.of(operation.requestSchema()));
    }

    private static ObjectNode schema(JsonNode schema) {
        ObjectNode pattern = JSON.objectNode();
        pattern.set("matchesJsonSchema", schema);
        return pattern.put("schemaVersion", "V202012");
    }

    /** WireMock takes what is no JSON for a text, and so is told it from one by its quotes. */
    private static ObjectNode noJson() {
        ObjectNode anythingElse = JSON.objectNode();
        anythingElse.putObject("not").put("type", "string");
        ObjectNode asked = Asked.body(Asked.not(schema(anythingElse)));
        asked.withArray("bodyPatterns").add(JSON.objectNode().put("doesNotMatch", "(?s)\\s*\".*\"\\s*"));
        return asked;
    }

    /** In steps, since one count of many thousands is more than some readers of regular expressions take. */
    private static String longerThan(int length) {
        return "(?s)(?:.{1000}){" + length / 1000 + "}.{" + (length % 1000 + 1) + "}.*";
    }

    private void addHeader(Check check, int priority, Operation.HeaderParameter header) {
        header.schema()
                .find("pattern")
                .ifPresent(pattern -> add(
                        check,
                        priority,
                        "header-" + header.name(),
                        Asked.header(header.name(), Asked.otherThan(pattern.text()))));
        if (header.required()) {
            add(check, priority, "no-header-" + header.name(), Asked.header(header.name(), Asked.absent()));
        }
    }

    private void addClients(Check check, int priority) {
        String id = contract.headers().clientId();
        String key = contract.headers().clientKey();
        List<Demo.Client> enabled =
                contract.demo().clients().stream().filter(Demo.Client::enabled).toList();
        String known =
                enabled.stream().map(client -> Asked.literally(client.id())).collect(Collectors.joining("|"));
        add(check, priority, "no-client", Asked.header(id, Asked.absent()));
        add(check, priority, "no-key", Asked.header(key, Asked.absent()));
        add(check, priority, "unknown-client", Asked.header(id, Asked.otherThan(known)));
        for (Demo.Client client : enabled) {
            JsonNode wrongKey = Asked.otherThan(Asked.literally(client.key()));
            add(
                    check,
                    priority,
                    "wrong-key-of-" + client.id(),
                    Asked.headers(id, Asked.equalTo(client.id()), key, wrongKey));
        }
    }

    private void add(Check check, int priority, String by, @Nullable JsonNode asked) {
        Answer answer = operation.answer(check.answer().name());
        stubs.add(PlainMapping.of(operation, "check-" + by, priority, asked, answer));
    }
}
