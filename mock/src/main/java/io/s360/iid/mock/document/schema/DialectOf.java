package io.s360.iid.mock.document.schema;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.AnnotationKeyword;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** The language of the schemas of a document. */
final class DialectOf {

    private DialectOf() {}

    /** @param told hears of keywords that are passed over */
    static Dialect version(OpenApi version, BiConsumer<SchemaLocation, String> told) {
        Map<String, AnnotationKeyword> others = new ConcurrentHashMap<>();
        Dialect strict = version == OpenApi.V3_0 ? Dialects.getOpenApi30() : Dialects.getOpenApi31();
        List<TolerantKeyword> tolerant = strict.getKeywords().values().stream()
                .filter(keyword -> TolerantKeyword.FALLIBLE.contains(keyword.getValue()))
                .map(keyword -> new TolerantKeyword(keyword, told))
                .toList();
        return Dialect.builder(strict)
                .keywords(tolerant)
                .unknownKeywordFactory((name, context) -> others.computeIfAbsent(name, AnnotationKeyword::new))
                // A member that should not go this way is no fault of whoever sends it nevertheless.
                .keyword(new AnnotationKeyword("readOnly"))
                .keyword(new AnnotationKeyword("writeOnly"))
                // A hint that cannot change what is valid (OpenAPI 3.1.1, 4.8.25), and that many documents give
                // wrongly.
                .keyword(new AnnotationKeyword("discriminator"))
                .build();
    }
}
