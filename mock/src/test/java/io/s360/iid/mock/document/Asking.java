package io.s360.iid.mock.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A document written down in a test, and requests to it. */
final class Asking {

    static final long SEED = 7;

    private static final JsonMapper JSON = new JsonMapper();

    private final OpenDocument document;
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private byte[] body = {};

    private Asking(OpenDocument document) {
        this.document = document;
    }

    static OpenDocument written(Path folder, String yaml) {
        return OpenDocument.read(file(folder, "document.yaml", yaml), SEED);
    }

    /** A document of OpenAPI 3.0 with these paths, and whatever comes after them. */
    static OpenDocument ofPaths(Path folder, String paths) {
        return written(folder, "openapi: 3.0.3\ninfo: {title: Test, version: '1'}\npaths:\n" + paths.indent(2));
    }

    static Path file(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
    }

    static Asking to(OpenDocument document) {
        return new Asking(document);
    }

    Asking with(String header, String value) {
        headers.computeIfAbsent(header, none -> new ArrayList<>()).add(value);
        return this;
    }

    Asking sending(String type, String text) {
        body = text.getBytes(StandardCharsets.UTF_8);
        return with("Content-Type", type);
    }

    DocumentAnswer get(String target) {
        return call("GET", target);
    }

    DocumentAnswer call(String method, String target) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        String query = mark < 0 ? null : target.substring(mark + 1);
        return document.answer(method, path, query, name -> headers.getOrDefault(name, List.of()), () -> body);
    }

    static String text(DocumentAnswer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    static JsonNode json(DocumentAnswer answer) {
        return JSON.readTree(answer.body());
    }
}
