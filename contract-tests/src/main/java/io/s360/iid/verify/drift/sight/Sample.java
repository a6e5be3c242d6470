package io.s360.iid.verify.drift.sight;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.Resource;
import io.s360.iid.contract.source.Pointers;
import io.s360.iid.verify.exchange.Request;
import io.s360.iid.verify.exchange.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A request as a curl line in which nothing stands that its sender has made up: keys, tokens and ids are variables of the shell, and
 * any other datum is the one of the contract's example, or its type.
 */
public final class Sample {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String MASK = "***";
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]+/[a-z+.-]+(; ?charset=[a-z0-9-]+)?");

    private static final Pattern VARIABLE = Pattern.compile("@@([A-Za-z0-9_]+)@@");

    private final Contract contract;
    private final URI base;

    public Sample(Contract contract, URI base) {
        this.contract = contract;
        this.base = base;
    }

    /**
     * The line.
     *
     * @param operation that the request is for; null if the contract has none
     */
    public String curl(Request request, @Nullable Operation operation) {
        String[] target = request.target().split("[?]", 2);
        String path = operation == null ? masked(target[0], contract) : operation.path();
        String query = target.length < 2 ? "" : "?" + MASK;
        StringBuilder line = new StringBuilder("curl -i -X ")
                .append(isWord(request.method()) ? request.method() : MASK)
                .append(" '")
                .append(base.toString().replaceAll("/+$", ""))
                .append(path)
                .append(query)
                .append('\'');
        header(line, request, contract.headers().clientId(), "\"$S360_CLIENT_ID\"");
        header(line, request, contract.headers().clientKey(), "\"$S360_CLIENT_KEY\"");
        mediaType(line, request, "Content-Type");
        mediaType(line, request, "Accept");
        if (request.body().length > 0) {
            line.append(" --data-raw '").append(body(request, operation)).append('\'');
        }
        return line.toString();
    }

    private static boolean isWord(String method) {
        return method.matches("[A-Z]{3,7}");
    }

    private static void header(StringBuilder line, Request request, String name, String variable) {
        if (!request.header(name).isEmpty()) {
            line.append(" -H '").append(name).append(": '").append(variable);
        }
    }

    private static void mediaType(StringBuilder line, Request request, String name) {
        String value = request.header(name);
        if (!value.isEmpty() && !value.equals("*/*")) {
            line.append(" -H '").append(name).append(": ");
            line.append(MEDIA_TYPE.matcher(value).matches() ? value : MASK).append('\'');
        }
    }

    private String body(Request request, @Nullable Operation operation) {
        JsonNode body = new Response(0, Map.of(), request.body()).json();
        if (body == null) {
            return "(" + request.body().length + " bytes that are no JSON)";
        }
        JsonNode example = operation == null || operation.requests().isEmpty()
                ? JSON.objectNode()
                : operation.requests().values().iterator().next();
        String text = masked(body, "", example, variables()).toString().replace("'", "'\\''");
        return VARIABLE.matcher(text).replaceAll("'\"\\$$1\"'");
    }

    /** What stands for the keys of resources, by the names of the members. */
    private Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>();
        for (Resource resource : contract.lifecycle().resources().values()) {
            if (resource.key() != null) {
                String name = resource.within() == null ? "S360_SESSION_TOKEN" : resource.key();
                variables.put(resource.key(), "@@" + name + "@@");
            }
        }
        return variables;
    }

    private static JsonNode masked(JsonNode node, String name, JsonNode example, Map<String, String> variables) {
        if (node.isObject()) {
            var masked = JSON.objectNode();
            node.properties().forEach(member -> {
                String shown = member.getKey().matches("[A-Za-z_]{1,32}") ? member.getKey() : MASK;
                masked.set(shown, masked(member.getValue(), member.getKey(), example.path(member.getKey()), variables));
            });
            return masked;
        }
        if (node.isArray()) {
            var masked = JSON.arrayNode();
            node.valueStream().limit(3).forEach(item -> masked.add(masked(item, name, example.path(0), variables)));
            return masked;
        }
        if (node.isString()) {
            return JSON.stringNode(variables.getOrDefault(name, example.isString() ? example.stringValue() : "…"));
        }
        return node.isNumber() ? (example.isNumber() ? example : JSON.numberNode(0)) : node;
    }

    /** A path of which only those steps are told that some path of the contract has as well. */
    static String masked(String path, Contract contract) {
        Set<String> known = contract.operations().stream()
                .flatMap(operation -> Stream.of(operation.path().split("/", -1)))
                .collect(Collectors.toCollection(HashSet::new));
        return List.of(path.split("/", -1)).stream()
                .map(step -> known.contains(Pointers.unescape(step)) ? step : "*")
                .collect(Collectors.joining("/"));
    }
}
