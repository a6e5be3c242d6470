package io.s360.iid.mock.document;

import io.s360.iid.contract.source.Pointers;
import io.s360.iid.mock.document.schema.OpenApi;
import io.s360.iid.mock.document.schema.Sampler;
import io.s360.iid.mock.document.schema.SchemaJudge;
import io.s360.iid.mock.document.source.Library;
import io.s360.iid.mock.document.source.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One document under trial: every operation called once, every JSON answer judged by the raw document. */
final class Exam {

    private final OpenDocument document;
    private final Part root;
    private final Sampler sampler;
    private final RawJudge raw;
    final List<String> faults = new ArrayList<>();
    final Set<String> notServed = new TreeSet<>();
    final Set<String> notJudged = new TreeSet<>();
    int operations;
    int judged;

    Exam(Path file, OpenDocument document) throws IOException {
        Library library = Library.of(file);
        OpenApi version = document.openapi().startsWith("3.0") ? OpenApi.V3_0 : OpenApi.V3_1;
        this.document = document;
        this.root = library.root();
        this.sampler = new Sampler(new SchemaJudge(library, version, (spot, what) -> {}), version);
        boolean isJson = file.toString().endsWith(".json");
        String text = isJson ? Files.readString(file) : root.value().toString();
        this.raw = new RawJudge(text, version == OpenApi.V3_0);
    }

    void examine(DocumentOperation operation) {
        operations++;
        DocumentAnswer answer = new ValidRequest(sampler, root, operation).send(document);
        if (answer.status() == 501 || !operation.name().equals(answer.operation())) {
            notServed.add(operation.name());
        } else if (!answer.problems().isEmpty()) {
            faults.add(operation.name() + " refused " + answer.problems());
        } else if (answer.body().length > 0 && isJson(answer)) {
            judge(operation, answer);
        }
    }

    private static boolean isJson(DocumentAnswer answer) {
        return answer.headers().getOrDefault("Content-Type", "").contains("json");
    }

    private void judge(DocumentOperation operation, DocumentAnswer answer) {
        List<String> way = wayToSchema(operation, answer);
        if (way == null) {
            return;
        }
        try {
            raw.errors(way, answer.body()).stream()
                    .limit(3)
                    .forEach(error -> faults.add(operation.name() + " " + error + " in " + answer.answer()));
            judged++;
        } catch (RuntimeException brokenSchema) {
            notJudged.add(operation.name());
        }
    }

    /** Found again in the document, by nothing but status and type of the answer; null if there is no schema. */
    private @Nullable List<String> wayToSchema(DocumentOperation operation, DocumentAnswer answer) {
        String status = String.valueOf(answer.status());
        Part responses = root.member("paths")
                .orElseThrow()
                .find(operation.path())
                .orElseThrow()
                .member(operation.method().toLowerCase(Locale.ROOT))
                .orElseThrow()
                .member("responses")
                .orElseThrow();
        return Stream.of(status, status.charAt(0) + "XX", "default")
                .flatMap(key -> responses.find(key).stream())
                .findFirst()
                .flatMap(response -> response.member("content"))
                .flatMap(content -> content.members().entrySet().stream()
                        .filter(type -> type.getKey().equals(answer.headers().get("Content-Type"))
                                || type.getKey().equals("*/*"))
                        .findFirst())
                .flatMap(type -> type.getValue().member("schema"))
                .map(schema -> Stream.of(schema.pointer().substring(1).split("/", -1))
                        .map(Pointers::unescape)
                        .toList())
                .orElse(null);
    }
}
