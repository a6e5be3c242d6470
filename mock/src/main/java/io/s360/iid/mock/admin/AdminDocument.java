package io.s360.iid.mock.admin;

import io.s360.iid.contract.schema.Schemas;
import io.s360.iid.contract.source.Clause;
import io.s360.iid.contract.source.ContractFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The admin API's own OpenAPI document, by which it is served. Safe for use by several threads. */
final class AdminDocument {

    private static final String FILE = "mock-admin.yaml";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");

    private final List<Route> routes = new ArrayList<>();
    private final Map<String, Clause> operations = new LinkedHashMap<>();
    private final Schemas schemas;

    AdminDocument() {
        ContractFiles files = AdminDocument::textOf;
        Clause root = Clause.root(files, FILE);
        this.schemas = Schemas.ofOpenApi(root);
        root.get("paths").members().forEach((path, item) -> routes.add(new Route(path, operationsOf(item))));
    }

    /** As it stands. */
    static String text() {
        try {
            return textOf(FILE);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The ids of all operations. */
    Set<String> operationIds() {
        return operations.keySet();
    }

    /** @param path decoded */
    Optional<Route.Match> find(String path) {
        return routes.stream().flatMap(route -> route.match(path).stream()).findFirst();
    }

    boolean takesBody(String operationId) {
        return operation(operationId).find("requestBody").isPresent();
    }

    /** What is wrong with a body, in a sentence; empty if nothing is. */
    Optional<String> problemWith(JsonNode body, String operationId) {
        Clause schema = operation(operationId)
                .get("requestBody")
                .get("content")
                .get("application/json")
                .get("schema");
        String problems = schemas.violations(body, schema, "body").stream()
                .map(violation ->
                        (violation.where().isEmpty() ? "the body" : violation.where()) + " " + violation.problem())
                .collect(Collectors.joining("; "));
        return problems.isEmpty() ? Optional.empty() : Optional.of(problems);
    }

    private Clause operation(String id) {
        Clause operation = operations.get(id);
        if (operation == null) {
            throw new IllegalArgumentException(FILE + " has no operation " + id);
        }
        return operation;
    }

    private Map<String, String> operationsOf(Clause item) {
        Map<String, String> byMethod = new LinkedHashMap<>();
        item.members().forEach((method, operation) -> {
            if (METHODS.contains(method)) {
                String id = operation.get("operationId").text();
                operations.put(id, operation);
                byMethod.put(method.toUpperCase(Locale.ROOT), id);
            }
        });
        return byMethod;
    }

    private static String textOf(String name) throws IOException {
        try (InputStream in = AdminDocument.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException(name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
