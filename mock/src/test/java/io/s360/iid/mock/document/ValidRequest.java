package io.s360.iid.mock.document;

import io.s360.iid.mock.document.schema.Direction;
import io.s360.iid.mock.document.schema.Sampler;
import io.s360.iid.mock.document.source.Part;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** A request with all that an operation demands: made by the document's schemas, written as the document says. */
final class ValidRequest {

    private final Sampler sampler;
    private final Part root;
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<String> query = new ArrayList<>();
    private final DocumentOperation operation;
    private String path;
    private byte[] body = {};

    ValidRequest(Sampler sampler, Part root, DocumentOperation operation) {
        this.sampler = sampler;
        this.root = root;
        this.operation = operation;
        int mark = operation.path().indexOf('?');
        this.path = mark < 0 ? operation.path() : operation.path().substring(0, mark);
        if (mark >= 0) {
            query.add(operation.path().substring(mark + 1));
        }
        Part item = root.member("paths").orElseThrow().find(operation.path()).orElseThrow();
        Part own = item.find(operation.method().toLowerCase(Locale.ROOT)).orElseThrow();
        addCredentials(own);
        addParameters(item, own);
        own.find("requestBody").ifPresent(this::addBody);
    }

    DocumentAnswer send(OpenDocument document) {
        return document.answer(
                operation.method(),
                path,
                query.isEmpty() ? null : String.join("&", query),
                name -> headers.getOrDefault(name, List.of()),
                () -> body);
    }

    private void addCredentials(Part own) {
        Optional<Part> demand = own.member("security").or(() -> root.member("security"));
        demand.flatMap(some -> some.items().stream().findFirst())
                .ifPresent(first -> first.members()
                        .keySet()
                        .forEach(name -> addCredential(root.member("components")
                                .orElseThrow()
                                .find("securitySchemes")
                                .orElseThrow()
                                .find(name)
                                .orElseThrow())));
    }

    private void addCredential(Part scheme) {
        String name = scheme.text("name").orElse("Authorization");
        if (scheme.text("type").orElse("").equals("apiKey")) {
            switch (scheme.text("in").orElse("")) {
                case "query" -> query.add(name + "=key");
                case "cookie" -> headers.put("Cookie", List.of(name + "=key"));
                default -> headers.put(name, List.of("key"));
            }
        } else {
            headers.put("Authorization", List.of(scheme.text("scheme").orElse("Bearer") + " token"));
        }
    }

    private void addParameters(Part item, Part own) {
        Map<String, Part> parameters = new LinkedHashMap<>();
        for (Part holder : List.of(own, item)) {
            holder.member("parameters")
                    .ifPresent(list -> list.items().forEach(each -> {
                        Part parameter = each.followed();
                        parameters.putIfAbsent(
                                parameter.value().path("in") + " "
                                        + parameter.value().path("name"),
                                parameter);
                    }));
        }
        parameters.values().stream()
                .filter(parameter -> parameter.isSet("required")
                        || parameter.text("in").orElse("").equals("path"))
                .forEach(this::addParameter);
        path = path.replaceAll("\\{[^}]*}", "undeclared");
    }

    private void addParameter(Part parameter) {
        String name = parameter.text("name").orElseThrow();
        Optional<Part> content = parameter
                .member("content")
                .flatMap(types -> types.members().values().stream().findFirst());
        JsonNode value = content.orElse(parameter)
                .member("schema")
                .flatMap(schema -> sample(schema))
                .orElse(StringNode.valueOf("x"));
        switch (parameter.text("in").orElse("")) {
            case "path" -> path = path.replace("{" + name + "}", encoded(text(value)));
            case "query" -> addToQuery(name, value, content.isPresent(), parameter);
            case "header" -> headers.put(name, List.of(text(value)));
            default ->
                headers.merge(
                        "Cookie",
                        List.of(name + "=" + text(value)),
                        (known, more) -> List.of(known.get(0) + "; " + more.get(0)));
        }
    }

    private void addToQuery(String name, JsonNode value, boolean isJson, Part parameter) {
        boolean isExploded = parameter.member("explode").isEmpty() || parameter.isSet("explode");
        if (isJson) {
            query.add(name + "=" + encoded(value.toString()));
        } else if (parameter.text("style").orElse("").equals("deepObject")) {
            addFields(query, name, value);
        } else if (value.isArray() && isExploded) {
            value.forEach(item -> query.add(encoded(name) + "=" + encoded(text(item))));
        } else if (value.isObject() && isExploded) {
            value.properties().forEach(member -> query.add(member.getKey() + "=" + encoded(text(member.getValue()))));
        } else {
            query.add(encoded(name) + "=" + (value.isArray() ? text(value) : encoded(text(value))));
        }
    }

    private void addBody(Part requestBody) {
        Map<String, Part> types =
                requestBody.member("content").map(Part::members).orElse(Map.of());
        types.entrySet().stream()
                .sorted(Comparator.comparing(type -> !type.getKey().contains("json")))
                .findFirst()
                .ifPresent(type -> {
                    String name = type.getKey().contains("*") ? "application/json" : type.getKey();
                    headers.put("Content-Type", List.of(name));
                    JsonNode value = type.getValue()
                            .member("schema")
                            .flatMap(this::sample)
                            .orElse(StringNode.valueOf("x"));
                    List<String> fields = new ArrayList<>();
                    value.properties().forEach(member -> addFields(fields, member.getKey(), member.getValue()));
                    String text = name.contains("form-urlencoded") ? String.join("&", fields) : value.toString();
                    body = text.getBytes(StandardCharsets.UTF_8);
                });
    }

    private static void addFields(List<String> fields, String name, JsonNode value) {
        if (value.isObject() && value.isEmpty()) {
            fields.add(encoded(name) + "=");
        } else if (value.isObject()) {
            value.properties()
                    .forEach(member -> addFields(fields, name + "[" + member.getKey() + "]", member.getValue()));
        } else if (value.isArray()) {
            for (int index = 0; index < value.size(); index++) {
                addFields(fields, name + "[" + index + "]", value.get(index));
            }
        } else {
            fields.add(encoded(name) + "=" + encoded(text(value)));
        }
    }

    private Optional<JsonNode> sample(Part schema) {
        return sampler.sample(schema, Direction.REQUEST, 3, (spot, what) -> {});
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(ValidRequest::text).collect(Collectors.joining(","));
        }
        return value.isString() ? value.stringValue() : value.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
