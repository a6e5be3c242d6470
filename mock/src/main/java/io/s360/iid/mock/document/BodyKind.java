package io.s360.iid.mock.document;

import io.s360.iid.contract.request.MediaRange;
import java.util.Set;

/** How a body is written, as far as the name of its type tells. */
enum BodyKind {
    JSON("application/json"),
    YAML("application/yaml"),
    JSON_LINES("application/jsonl"),
    EVENTS("text/event-stream"),
    FORM("application/x-www-form-urlencoded"),
    MULTIPART("multipart/form-data"),
    XML("application/xml"),
    TEXT("text/plain"),
    BINARY("application/octet-stream");

    private static final Set<String> LINES = Set.of("jsonl", "x-ndjson", "ndjson", "x-jsonlines", "json-seq");

    private final String usualType;

    BodyKind(String usualType) {
        this.usualType = usualType;
    }

    /** What a range of types is narrowed to. */
    String usualType() {
        return usualType;
    }

    static BodyKind of(MediaRange type) {
        String subtype = type.subtype();
        if (type.type().equals("multipart")) {
            return MULTIPART;
        }
        if (subtype.equals("json") || subtype.endsWith("+json") || (subtype.equals("*") && !isSpecial(type.type()))) {
            return JSON;
        }
        if (LINES.contains(subtype)) {
            return JSON_LINES;
        }
        if (subtype.equals("yaml") || subtype.equals("x-yaml") || subtype.endsWith("+yaml")) {
            return YAML;
        }
        if (subtype.equals("xml") || subtype.endsWith("+xml")) {
            return XML;
        }
        if (subtype.equals("x-www-form-urlencoded")) {
            return FORM;
        }
        return subtype.equals("event-stream") ? EVENTS : type.type().equals("text") ? TEXT : BINARY;
    }

    private static boolean isSpecial(String type) {
        return Set.of("text", "image", "audio", "video", "font").contains(type);
    }

    /** Whether a body of this kind can be written of a value that was made by a schema. */
    boolean isMadeFromSchemas() {
        return this != XML && this != MULTIPART;
    }

    /** Whether a body of this kind is a JSON value, written in one way or another. */
    boolean isJsonValue() {
        return this == JSON || this == YAML;
    }
}
