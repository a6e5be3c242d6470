package io.s360.iid.mock.document;

import io.s360.iid.mock.document.request.RequestRules;
import io.s360.iid.mock.document.schema.Notes;
import io.s360.iid.mock.document.schema.OpenApi;
import io.s360.iid.mock.document.schema.SchemaJudge;
import io.s360.iid.mock.document.source.BrokenSource;
import io.s360.iid.mock.document.source.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the operations of a document. What is broken is left out and told, and nothing else with it. */
record OperationReader(Part root, OpenApi version, SchemaJudge judge, Remarks remarks) {

    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    List<Operation> read() {
        List<Operation> operations = new ArrayList<>();
        root.member("paths").map(Part::members).orElse(Map.of()).forEach((path, item) -> {
            if (path.startsWith("/")) {
                operations.addAll(operationsOf(path, item));
            }
        });
        return operations;
    }

    private List<Operation> operationsOf(String path, Part item) {
        Map<String, Operation> operations = new LinkedHashMap<>();
        try {
            List<Part> holders = item.isReference() ? List.of(item, item.followed()) : List.of(item);
            for (Part holder : holders) {
                for (String method : METHODS) {
                    holder.find(method)
                            .filter(part -> part.value().isObject())
                            .ifPresent(
                                    part -> operations.putIfAbsent(method, toOperation(method, path, part, holders)));
                }
            }
        } catch (BrokenSource broken) {
            remarks.tell(broken.spot(), broken.problem(), false, path);
        }
        return List.copyOf(operations.values());
    }

    private Operation toOperation(String method, String path, Part part, List<Part> holders) {
        String upper = method.toUpperCase(Locale.ROOT);
        String id = part.text("operationId").orElse(null);
        String name = id == null ? upper + " " + path : id;
        List<Response> responses = new ArrayList<>();
        part.member("responses").map(Part::members).orElse(Map.of()).forEach((key, response) -> {
            if (key.matches("[1-5]\\d\\d|[1-5]XX|" + Response.DEFAULT)) {
                addResponse(responses, key, response, name);
            } else if (!key.startsWith("x-")) {
                remarks.tell(response.spot(), "the answer " + key + " has no status", true, name);
            }
        });
        Notes notes = (spot, what) -> remarks.tellKind(spot, what, name);
        RequestRules rules = new RequestRules(root, holders, part, version, judge, notes);
        return new Operation(upper, path, id, part, List.copyOf(responses), rules);
    }

    private void addResponse(List<Response> responses, String key, Part reference, String operation) {
        try {
            Part response = reference.followed();
            Map<String, Part> headers = new LinkedHashMap<>();
            response.member("headers")
                    .map(Part::members)
                    .orElse(Map.of())
                    .forEach((name, header) -> headers.put(name, header.followed()));
            responses.add(new Response(key, response, Content.allOf(response), headers));
        } catch (BrokenSource broken) {
            remarks.tell(broken.spot(), broken.problem() + ", so the answer " + key + " is left out", true, operation);
        }
    }
}
