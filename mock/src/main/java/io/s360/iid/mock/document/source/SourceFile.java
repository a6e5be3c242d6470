package io.s360.iid.mock.document.source;

import io.s360.iid.contract.source.Place;
import io.s360.iid.contract.source.Pointers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One file of a document. */
final class SourceFile {

    private final Path path;
    private final String name;
    private final String iri;
    private final SourceTree tree;
    private volatile @Nullable Map<String, String> anchors;

    SourceFile(Path path, String name, SourceTree tree) {
        this.path = path;
        this.name = name;
        this.iri = Library.iriOf(path);
        this.tree = tree;
    }

    Path path() {
        return path;
    }

    String iri() {
        return iri;
    }

    JsonNode root() {
        return tree.root();
    }

    Place placeOf(String pointer) {
        return new Place(name, tree.lines().of(tree.root(), pointer));
    }

    /** The pointer of the schema that carries this anchor; null if there is none. */
    @Nullable
    String pointerOf(String anchor) {
        Map<String, String> known = anchors;
        if (known == null) {
            known = new HashMap<>();
            collect(root(), "", known);
            anchors = known;
        }
        return known.get(anchor);
    }

    private static void collect(JsonNode at, String pointer, Map<String, String> anchors) {
        for (String keyword : new String[] {"$anchor", "$dynamicAnchor"}) {
            JsonNode anchor = at.get(keyword);
            if (anchor != null && anchor.isString()) {
                anchors.putIfAbsent(anchor.stringValue(), pointer);
            }
        }
        at.properties()
                .forEach(member -> collect(member.getValue(), Pointers.child(pointer, member.getKey()), anchors));
        for (int index = 0; at.isArray() && index < at.size(); index++) {
            collect(at.get(index), pointer + "/" + index, anchors);
        }
    }
}
