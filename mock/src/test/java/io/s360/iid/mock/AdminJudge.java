package io.s360.iid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.schema.Schemas;
import io.s360.iid.contract.source.Clause;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Judges answers of the admin API by its document. */
final class AdminJudge {

    private static final String FILE = "/io/s360/iid/mock/admin/mock-admin.yaml";

    private final Clause root = Clause.root(AdminJudge::text, FILE);
    private final Schemas schemas = Schemas.ofOpenApi(root);
    private final Set<String> seen = new TreeSet<>();

    private static String text(String file) throws IOException {
        try (InputStream in = AdminJudge.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Fails unless the document has this answer. */
    void judge(String method, String path, Caller.Answered answered) {
        Clause operation = operation(method, path)
                .orElseThrow(() -> new AssertionError("the document has no " + method + " " + path));
        String status = String.valueOf(answered.status());
        String name = operation.get("operationId").text() + " " + status;
        Optional<Clause> response = operation.get("responses").find(status);
        assertThat(response).as(name + ": " + answered.body()).isPresent();
        Optional<Clause> content = response.orElseThrow().find("content");
        if (content.isEmpty()) {
            assertThat(answered.body()).as(name).isEmpty();
        } else {
            Map.Entry<String, Clause> declared =
                    content.get().members().entrySet().iterator().next();
            assertThat(answered.header("Content-Type")).as(name).isEqualTo(declared.getKey());
            if (declared.getKey().endsWith("json")) {
                assertThat(schemas.violations(
                                answered.json(), declared.getValue().get("schema"), "answer"))
                        .as(name)
                        .isEmpty();
            }
        }
        seen.add(name);
    }

    /** The answers that it has judged, by operation and status. */
    Set<String> seen() {
        return seen;
    }

    /** All answers that the document has. */
    Set<String> declared() {
        Set<String> declared = new TreeSet<>();
        root.get("paths")
                .members()
                .values()
                .forEach(item -> item.members().forEach((method, operation) -> {
                    if (!method.equals("parameters")) {
                        operation
                                .get("responses")
                                .members()
                                .keySet()
                                .forEach(status -> declared.add(
                                        operation.get("operationId").text() + " " + status));
                    }
                }));
        return declared;
    }

    /** Each path with a value for each of its parameters, and its methods. */
    Map<String, List<String>> methodsByPath() {
        Map<String, List<String>> methods = new TreeMap<>();
        root.get("paths")
                .members()
                .forEach((path, item) -> methods.put(
                        path.replace("{tenant}", "t").replace("{number}", "1"),
                        item.members().keySet().stream()
                                .filter(name -> !name.equals("parameters"))
                                .map(name -> name.toUpperCase(Locale.ROOT))
                                .toList()));
        return methods;
    }

    private Optional<Clause> operation(String method, String path) {
        String asked = path.split("\\?", 2)[0];
        return root.get("paths").members().entrySet().stream()
                .filter(entry -> asked.matches(entry.getKey().replaceAll("\\{[a-z]+}", "[^/]+")))
                .flatMap(entry -> entry.getValue().find(method.toLowerCase(Locale.ROOT)).stream())
                .findFirst();
    }
}
