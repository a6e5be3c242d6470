package io.s360.iid.mock.document.source;

import io.s360.iid.contract.source.Place;
import io.s360.iid.mock.document.source.SourceTree.OpenArray;
import io.s360.iid.mock.document.source.SourceTree.OpenObject;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;

/** Reads the first document of a YAML 1.2 text, with the merge key of YAML 1.1, which people still write. */
record YamlText(String file, Iterator<Event> events, Map<String, JsonNode> anchored, Lines lines) {

    private static final int DEEPEST = 500;
    private static final String MERGE = "<<";
    private static final ScalarResolver SCALARS = new CoreSchema().getScalarResolver();

    static SourceTree read(String file, String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        try {
            Iterator<Event> events = new Parse(settings).parseString(text).iterator();
            YamlText yaml = new YamlText(file, events, new HashMap<>(), new Lines());
            return new SourceTree(yaml.first(), yaml.lines);
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new BrokenSource(new Place(file, line), "not YAML: " + broken.getProblem());
        } catch (YamlEngineException broken) {
            throw new BrokenSource(new Place(file, 1), "not YAML: " + broken.getMessage());
        }
    }

    private JsonNode first() {
        while (events.hasNext()) {
            if (events.next() instanceof NodeEvent root) {
                return value(root, 0);
            }
        }
        throw new BrokenSource(new Place(file, 1), "the file is empty");
    }

    private JsonNode value(Event event, int depth) {
        if (depth > DEEPEST) {
            throw new BrokenSource(placeOf(event), "is nested deeper than " + DEEPEST);
        }
        if (event instanceof AliasEvent alias) {
            return aliased(alias);
        }
        JsonNode value = event instanceof MappingStartEvent
                ? object(depth)
                : event instanceof SequenceStartEvent ? array(depth) : scalar((ScalarEvent) event);
        ((NodeEvent) event).getAnchor().ifPresent(anchor -> anchored.put(anchor.getValue(), value));
        return value;
    }

    private JsonNode aliased(AliasEvent alias) {
        JsonNode known = anchored.get(alias.getAlias().getValue());
        if (known == null) {
            throw new BrokenSource(
                    placeOf(alias), "the anchor " + alias.getAlias().getValue() + " is not known here");
        }
        return known;
    }

    private JsonNode object(int depth) {
        OpenObject object = new OpenObject();
        JsonNode merged = SourceTree.JSON.nullNode();
        int mergeLine = 0;
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            if (!(event instanceof ScalarEvent name)) {
                throw new BrokenSource(placeOf(event), "a member's name must be text");
            }
            JsonNode value = value(events.next(), depth + 1);
            if (name.isPlain() && name.getValue().equals(MERGE)) {
                merged = value;
                mergeLine = lineOf(name);
            } else {
                object.put(name.getValue(), value, lineOf(name));
            }
        }
        merge(merged, object, mergeLine);
        return object.close(lines);
    }

    private static void merge(JsonNode merged, OpenObject into, int line) {
        for (JsonNode source : merged.isArray() ? merged : List.of(merged)) {
            source.properties().forEach(member -> {
                if (!into.has(member.getKey())) {
                    into.put(member.getKey(), member.getValue(), line);
                }
            });
        }
    }

    private JsonNode array(int depth) {
        OpenArray array = new OpenArray();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            array.add(value(event, depth + 1), lineOf(event));
        }
        return array.close(lines);
    }

    private static JsonNode scalar(ScalarEvent scalar) {
        String text = scalar.getValue();
        Tag tag = scalar.getTag().map(Tag::new).orElseGet(() -> SCALARS.resolve(text, scalar.isPlain()));
        if (tag.equals(Tag.NULL)) {
            return SourceTree.JSON.nullNode();
        }
        if (tag.equals(Tag.BOOL)) {
            return SourceTree.JSON.booleanNode(Boolean.parseBoolean(text));
        }
        try {
            if (tag.equals(Tag.INT)) {
                return integer(text);
            }
            if (tag.equals(Tag.FLOAT)) {
                return SourceTree.JSON.numberNode(new BigDecimal(text));
            }
        } catch (NumberFormatException notJson) {
            return SourceTree.JSON.stringNode(text); // .inf and .nan, which JSON has no numbers for
        }
        return SourceTree.JSON.stringNode(text);
    }

    private static JsonNode integer(String text) {
        BigInteger number = text.startsWith("0x")
                ? new BigInteger(text.substring(2), 16)
                : text.startsWith("0o") ? new BigInteger(text.substring(2), 8) : new BigInteger(text);
        return number.bitLength() < Integer.SIZE
                ? SourceTree.JSON.numberNode(number.intValue())
                : SourceTree.JSON.numberNode(number);
    }

    private Place placeOf(Event event) {
        return new Place(file, lineOf(event));
    }

    private static int lineOf(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
