package io.s360.iid.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * The operations of the contract as stubs of a plain WireMock: a request with the key, the client, the media type and a body that
 * keeps the schema gets the first example of the good answer.
 */
final class WireMockStubs {

    private static final String JSON = "application/json";

    private final Path contract;
    private final Map<String, Object> document;

    WireMockStubs(Path contract) throws IOException {
        this.contract = contract;
        this.document = Yaml.read(contract);
    }

    /** Puts them below a root folder of WireMock. */
    void writeInto(Path root) throws IOException {
        Path mappings = Files.createDirectories(root.resolve("mappings"));
        Map<String, Object> paths = Yaml.at(document, "paths");
        for (String path : paths.keySet()) {
            Map<String, Object> operation = Yaml.at(paths, path, "post");
            Map<String, Object> stub = Map.of("request", request(path, operation), "response", response(operation));
            JsonMapper.shared()
                    .writeValue(
                            mappings.resolve(operation.get("operationId") + ".json")
                                    .toFile(),
                            stub);
        }
    }

    private Map<String, Object> request(String path, Map<String, Object> operation) {
        Object schema = Yaml.at(operation, "requestBody", "content", JSON).get("schema");
        return Map.of(
                "method",
                "POST",
                "urlPath",
                path,
                "headers",
                Map.of(
                        "X-IID-API-KEY", Map.of("equalTo", "demo-tibco-key"),
                        "X-IID-CLIENT-ID", Map.of("equalTo", "TIBCO_CONSUMER"),
                        "Content-Type", Map.of("contains", JSON)),
                "bodyPatterns",
                List.of(Map.of("matchesJsonSchema", resolved(schema))));
    }

    private Map<String, Object> response(Map<String, Object> operation) throws IOException {
        Map<String, Object> examples = Yaml.at(operation, "responses", "200", "content", JSON, "examples");
        String file =
                (String) Yaml.at(examples, examples.keySet().iterator().next()).get("$ref");
        return Map.of(
                "status", 200,
                "headers", Map.of("Content-Type", JSON),
                "jsonBody", Yaml.at(Yaml.read(contract.resolveSibling(file)), "value"));
    }

    /** With every reference replaced by what it names, and without the contract's own words. */
    private Object resolved(Object schema) {
        if (schema instanceof List<?> list) {
            return list.stream().map(this::resolved).collect(Collectors.toList());
        }
        if (!(schema instanceof Map<?, ?> map)) {
            return schema;
        }
        if (map.get("$ref") instanceof String reference) {
            String[] keys = reference.substring("#/".length()).split("/");
            return resolved(Yaml.at(document, keys));
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (!key.toString().startsWith("x-")) {
                copy.put(key.toString(), resolved(value));
            }
        });
        return copy;
    }
}
