package io.s360.iid.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/** YAML files as maps and lists, in their order. */
final class Yaml {

    private Yaml() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> read(Path file) throws IOException {
        LoadSettings settings = LoadSettings.builder().build();
        return (Map<String, Object>) new Load(settings).loadFromString(Files.readString(file));
    }

    /** As JSON, which is YAML, too: without anchors for what stands in several places. A line for each member. */
    static void write(Map<String, Object> document, Path file) throws IOException {
        String members = document.entrySet().stream()
                .map(member -> json(member.getKey()) + ": " + json(member.getValue()))
                .collect(Collectors.joining(",\n"));
        Files.writeString(file, "{\n" + members + "\n}\n");
    }

    private static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    /** What stands at the end of a path of keys. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> at(Map<String, Object> from, String... keys) {
        Map<String, Object> found = from;
        for (String key : keys) {
            found = (Map<String, Object>) found.get(key);
            if (found == null) {
                throw new IllegalArgumentException("the contract has no " + String.join(" > ", keys));
            }
        }
        return found;
    }
}
