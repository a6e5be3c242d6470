package io.s360.iid.mock.catalogue;

import io.s360.iid.mock.refusal.Curl;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The catalogue in the form that the document of the admin API describes. */
final class CatalogueJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private CatalogueJson() {}

    static JsonNode of(List<Entry> entries, URI base) {
        ObjectNode catalogue = JSON.objectNode();
        ArrayNode list = catalogue.putArray("entries");
        entries.forEach(entry -> list.add(toJson(entry, base)));
        return catalogue;
    }

    private static JsonNode toJson(Entry entry, URI base) {
        ObjectNode json = JSON.objectNode()
                .put("operation", entry.operation().id())
                .put("method", entry.operation().method())
                .put("path", entry.operation().path())
                .put("answer", entry.answer().name())
                .put("status", entry.answer().status())
                .put("place", entry.answer().place().toString());
        json.set("body", entry.answer().body());
        ArrayNode ways = json.putArray("ways");
        entry.ways().forEach(way -> ways.add(toJson(way, base)));
        return json;
    }

    private static JsonNode toJson(Way way, URI base) {
        ObjectNode json = JSON.objectNode()
                .put("by", way.by().name().toLowerCase(Locale.ROOT))
                .put("says", way.says());
        ArrayNode steps = json.putArray("steps");
        way.steps().forEach(step -> steps.add(toJson(step)));
        return json.put("curl", String.join("\n", Script.of(way, base)));
    }

    private static JsonNode toJson(Curl step) {
        ObjectNode json = JSON.objectNode().put("method", step.method()).put("path", step.path());
        ObjectNode headers = json.putObject("headers");
        step.headers().forEach(headers::put);
        return json.put("body", step.body());
    }
}
