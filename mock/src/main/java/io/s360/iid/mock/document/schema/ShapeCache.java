package io.s360.iid.mock.document.schema;

import io.s360.iid.mock.document.source.BrokenSource;
import io.s360.iid.mock.document.source.Part;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Shapes of schemas; of those that many refer to, each is made once. Safe for use by several threads. */
final class ShapeCache {

    private final OpenApi version;
    private final Map<String, Shape> known = new ConcurrentHashMap<>();

    ShapeCache(OpenApi version) {
        this.version = version;
    }

    /** @throws BrokenSource if one of them refers to nothing */
    Shape of(List<Part> schemas) {
        if (schemas.size() == 1
                && schemas.get(0).isReference()
                && schemas.get(0).value().size() == 1) {
            String target = schemas.get(0).target().location();
            Shape shape = known.get(target);
            if (shape == null) {
                shape = Shape.of(version, schemas);
                known.put(target, shape);
            }
            return shape;
        }
        return Shape.of(version, schemas);
    }
}
