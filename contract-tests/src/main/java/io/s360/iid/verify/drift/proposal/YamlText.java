package io.s360.iid.verify.drift.proposal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.schema.JsonSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Values as the YAML of this contract is written. */
final class YamlText {

    private static final int WIDEST = 4_096;

    private YamlText() {}

    /** In one line. */
    static String flow(JsonNode value) {
        return dumped(value, FlowStyle.FLOW).strip();
    }

    /** A member in lines; what has no objects and lists in it is in one line. */
    static List<String> member(String name, JsonNode value) {
        String key = flow(JsonNodeFactory.instance.stringNode(name)) + ":";
        List<String> lines =
                dumped(value, FlowStyle.AUTO).stripTrailing().lines().toList();
        boolean isInLines = value.isContainer()
                && !lines.get(0).startsWith("{")
                && !lines.get(0).startsWith("[");
        return isInLines
                ? Stream.concat(Stream.of(key), lines.stream().map(line -> "  " + line))
                        .toList()
                : List.of(key + " " + flow(value));
    }

    /** In lines, each text and number in its own. */
    static String document(JsonNode value) {
        return dumped(value, FlowStyle.BLOCK);
    }

    private static String dumped(JsonNode value, FlowStyle style) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(style)
                .setSchema(new JsonSchema())
                .setWidth(WIDEST)
                .setSplitLines(false)
                .build();
        return new Dump(settings).dumpToString(plain(value));
    }

    private static @Nullable Object plain(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> {
                Map<String, @Nullable Object> members = new LinkedHashMap<>();
                value.properties().forEach(member -> members.put(member.getKey(), plain(member.getValue())));
                yield members;
            }
            case ARRAY -> {
                List<@Nullable Object> items = new ArrayList<>();
                value.forEach(item -> items.add(plain(item)));
                yield items;
            }
            case STRING -> value.stringValue();
            case BOOLEAN -> value.booleanValue();
            case NUMBER -> value.isIntegralNumber() ? value.bigIntegerValue() : value.decimalValue();
            default -> null;
        };
    }
}
