package io.s360.iid.verify.drift.sight;

import io.s360.iid.contract.schema.Violation;
import io.s360.iid.contract.source.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The headers of an answer: those that the contract declares, and those that it does not. */
final class HeaderDrifts {

    /** What servers, caches and gateways say of the transport, and no contract repeats. */
    private static final Set<String> OF_TRANSPORT = Set.of(
            "accept-ranges",
            "age",
            "alt-svc",
            "cache-control",
            "content-encoding",
            "content-language",
            "content-length",
            "content-security-policy",
            "content-type",
            "date",
            "etag",
            "expires",
            "last-modified",
            "link",
            "nel",
            "permissions-policy",
            "pragma",
            "preference-applied",
            "referrer-policy",
            "report-to",
            "server",
            "server-timing",
            "strict-transport-security",
            "timing-allow-origin",
            "vary",
            "via",
            "www-authenticate",
            "x-content-type-options",
            "x-frame-options",
            "x-powered-by",
            "x-xss-protection");

    private static final String OF_CROSS_ORIGIN = "access-control-";

    private final Seen seen;

    HeaderDrifts(Seen seen) {
        this.seen = seen;
    }

    List<Drift> of(Clause response) {
        List<Drift> drifts = new ArrayList<>();
        Map<String, Clause> declared = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        declared.putAll(response.get("headers").members());
        declared.forEach((name, header) -> drifts.addAll(ofDeclared(name, header)));
        undeclared(declared.keySet()).forEach((name, shape) -> drifts.add(undeclared(name, shape, response)));
        return drifts;
    }

    private List<Drift> ofDeclared(String name, Clause header) {
        List<String> values = seen.exchange().response().header(name);
        if (values.isEmpty()) {
            return header.get("required").value().booleanValue()
                    ? List.of(drift(Kind.MISSING_HEADER, name, header, Spot.of(header), "required: true", "none"))
                    : List.of();
        }
        if (values.size() > 1) {
            return List.of(drift(
                    Kind.OTHER_HEADER_VALUE,
                    name,
                    header,
                    Spot.of(header),
                    "one header line",
                    values.size() + " lines"));
        }
        Clause schema = header.get("schema");
        JsonNode value = typed(values.get(0), schema);
        List<Violation> wrong = seen.schemas().violations(value, schema, "header");
        return wrong.isEmpty() ? List.of() : List.of(broken(name, header, schema, value, wrong));
    }

    private Drift broken(String name, Clause header, Clause schema, JsonNode value, List<Violation> wrong) {
        Set<String> keywords = wrong.stream().map(SchemaDrifts::keywordOf).collect(Collectors.toUnmodifiableSet());
        return new Drift(
                new Cause(Kind.OTHER_HEADER_VALUE, Cause.Side.ANSWER, Spot.of(schema), name),
                seen.operation(),
                seen.status(),
                name,
                wrong.get(0).rule(),
                schema.provenance(),
                Spot.of(header).child("schema"),
                wrong.stream().map(Violation::expected).sorted().collect(Collectors.joining("; ")),
                SchemaDrifts.kindOf(value),
                keywords,
                Evidence.of(seen.shapeOf(value)));
    }

    static JsonNode typed(String value, Clause schema) {
        return schema.get("type").text().equals("integer") ? typed(value) : JsonNodeFactory.instance.stringNode(value);
    }

    private static JsonNode typed(String value) {
        return value.matches("-?(0|[1-9][0-9]{0,17})")
                ? JsonNodeFactory.instance.numberNode(Long.parseLong(value))
                : JsonNodeFactory.instance.stringNode(value);
    }

    /** The shapes of all headers that are neither of the transport nor declared, by name; unless the name cannot be told. */
    Map<String, Shape> undeclared(Set<String> declared) {
        Map<String, Shape> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        seen.exchange().response().headers().forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!OF_TRANSPORT.contains(lower) && !lower.startsWith(OF_CROSS_ORIGIN) && !declared.contains(name)) {
                found.put(seen.discretion().name(name).orElse(""), seen.shapeOf(typed(values.get(0))));
            }
        });
        return found;
    }

    private Drift undeclared(String name, Shape shape, Clause response) {
        String got = name.isEmpty() ? "a header whose name is not told" : "the header " + name;
        return new Drift(
                new Cause(Kind.UNDECLARED_HEADER, Cause.Side.ANSWER, Spot.NONE, name),
                seen.operation(),
                seen.status(),
                name,
                response.placeOf("/headers"),
                response.provenance(),
                Spot.of(response),
                "the declared headers only",
                got,
                Set.of(),
                Evidence.of(shape));
    }

    private Drift drift(Kind kind, String name, Clause header, Spot slot, String expected, String got) {
        return new Drift(
                new Cause(kind, Cause.Side.ANSWER, Spot.of(header), name),
                seen.operation(),
                seen.status(),
                name,
                header.placeOf("/required"),
                header.provenance(),
                slot,
                expected,
                got,
                Set.of(),
                Evidence.NONE);
    }
}
