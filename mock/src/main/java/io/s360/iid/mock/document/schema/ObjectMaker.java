package io.s360.iid.mock.document.schema;

import io.s360.iid.mock.document.source.Part;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes objects: what is required, and what is optional as long as there is room. */
record ObjectMaker(Draft draft) {

    /** @param isSparse leave out whatever may be left out */
    @Nullable
    ObjectNode make(Shape shape, Trail trail, boolean isSparse) {
        Members members = new Members(shape, draft.direction());
        Trail inside = trail.into(shape);
        ObjectNode object = Draft.JSON.objectNode();
        for (String name : members.required()) {
            JsonNode value = member(shape, members, name, inside);
            if (value == null) {
                return null;
            }
            object.set(name, value);
        }
        if (!isSparse) {
            addOptional(shape, members, object, inside);
        }
        addUnnamed(members, object, inside, isSparse);
        return object.size() < members.least() ? null : inOrder(shape, object);
    }

    private void addOptional(Shape shape, Members members, ObjectNode object, Trail inside) {
        for (String name : members.optional()) {
            List<Part> schemas = members.schemasOf(name);
            boolean isNeeded = object.size() < members.least();
            if (schemas == null || object.size() >= members.most() || !(draft.isGenerous(inside) || isNeeded)) {
                continue;
            }
            Shape of = draft.shapeOf(schemas);
            boolean isLeftOut = of == null
                    || inside.crosses(of)
                    || of.isSet(draft.direction().absent());
            JsonNode value = isLeftOut ? null : member(shape, members, name, inside);
            if (value != null) {
                object.set(name, value);
            }
        }
    }

    private @Nullable JsonNode member(Shape shape, Members members, String name, Trail inside) {
        List<Part> schemas = members.schemasOf(name);
        if (schemas == null) {
            return null;
        }
        String mark = shape.marks().get(name);
        if (mark != null) {
            JsonNode marked = Draft.JSON.stringNode(mark);
            if (draft.isAccepted(schemas, marked)) {
                return marked;
            }
        }
        return draft.value(schemas, inside);
    }

    /** Members that the document does not name: as many as it demands, and one to show that there may be some. */
    private void addUnnamed(Members members, ObjectNode object, Trail inside, boolean isSparse) {
        boolean isShown = members.isMap() && !isSparse && draft.isGenerous(inside);
        int wanted = Math.min(members.most(), Math.max(members.least(), isShown ? 1 : 0));
        Iterator<String> names = namesFor(members, wanted).iterator();
        while (object.size() < wanted && names.hasNext()) {
            String name = names.next();
            List<Part> schemas = members.schemasOf(name);
            Shape of = schemas == null ? null : draft.shapeOf(schemas);
            boolean isCircle = of == null || (inside.crosses(of) && object.size() >= members.least());
            JsonNode value = schemas == null || isCircle ? null : draft.value(schemas, inside);
            if (value != null) {
                object.set(name, value);
            }
        }
    }

    private List<String> namesFor(Members members, int wanted) {
        List<String> names = new ArrayList<>();
        for (int number = 1; number <= wanted; number++) {
            for (String pattern : members.namePatterns()) {
                names.addAll(PatternTexts.of(pattern, number, 1));
            }
            if (!members.areNamesDemanded()) {
                names.add("key" + number);
            }
        }
        return names;
    }

    /** As the document has them, whatever was made first. */
    private static ObjectNode inOrder(Shape shape, ObjectNode made) {
        ObjectNode sorted = Draft.JSON.objectNode();
        shape.all("properties")
                .forEach(properties -> properties.propertyNames().forEach(name -> {
                    if (made.has(name)) {
                        sorted.set(name, made.get(name));
                    }
                }));
        made.properties().forEach(member -> sorted.set(member.getKey(), member.getValue()));
        return sorted;
    }
}
