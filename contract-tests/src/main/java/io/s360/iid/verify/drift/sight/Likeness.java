package io.s360.iid.verify.drift.sight;

import io.s360.iid.contract.source.Clause;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What an undeclared answer has in common with the declared ones of its operation. */
final class Likeness {

    private static final String REFERENCE = "$ref";

    private final Seen seen;
    private final Clause responses;

    Likeness(Seen seen, Clause responses) {
        this.seen = seen;
        this.responses = responses;
    }

    Evidence evidence() {
        JsonNode body = seen.exchange().response().json();
        Map<String, String> references = headerReferences();
        Map<String, Shape> headers = new HashMap<>(new HeaderDrifts(seen).undeclared(references.keySet()));
        headers.remove("");
        Shape shape = body == null || seen.isHead()
                ? Shape.NOTHING
                : seen.shapeOf(
                        body,
                        (at, text) ->
                                Texts.isOfEnvelope(at) && seen.discretion().isSentence(text));
        return new Evidence(shape, headers, references, schemasKeptBy(body));
    }

    private Set<String> schemasKeptBy(@Nullable JsonNode body) {
        Set<String> kept = new HashSet<>();
        for (Clause response : responses.members().values()) {
            Clause media = response.get("content").get("application/json");
            String reference = media.value().at("/schema/" + REFERENCE).asString("");
            if (body != null
                    && !reference.isEmpty()
                    && seen.schemas()
                            .violations(body, media.get("schema"), "answer")
                            .isEmpty()) {
                kept.add(reference);
            }
        }
        return kept;
    }

    /** Declared headers that this answer has as well, as the contract would have them. */
    private Map<String, String> headerReferences() {
        Map<String, String> references = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Clause response : responses.members().values()) {
            response.get("headers").members().forEach((name, header) -> {
                String reference = response.value()
                        .path("headers")
                        .path(name)
                        .path(REFERENCE)
                        .asString("");
                if (!reference.isEmpty() && hasFit(name, header.get("schema"))) {
                    references.put(name, reference);
                }
            });
        }
        return references;
    }

    private boolean hasFit(String name, Clause schema) {
        var values = seen.exchange().response().header(name);
        return values.size() == 1
                && seen.schemas()
                        .violations(HeaderDrifts.typed(values.get(0), schema), schema, "header")
                        .isEmpty();
    }
}
