package io.s360.iid.contract.schema;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.PathType;
import com.networknt.schema.serialization.NodeReader;
import io.s360.iid.contract.source.Clause;
import io.s360.iid.contract.source.Pointers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The schemas of one document, compiled on first use. Safe for use by several threads. */
public final class Schemas {

    private static final String BASE = "https://contract.invalid/";
    private static final String JSON = ".json";

    private final Clause root;
    private final Supplier<Dialect> dialect;
    private final Map<Location, Schema> compiled = new ConcurrentHashMap<>();
    private @Nullable SchemaRegistry registry;

    private Schemas(Clause root, Supplier<Dialect> dialect) {
        this.root = root;
        this.dialect = dialect;
    }

    /** The schemas of an OpenAPI 3.0 document. */
    public static Schemas ofOpenApi(Clause root) {
        return new Schemas(
                root,
                () -> Dialect.builder(Dialects.getOpenApi30())
                        .keyword(new NonValidationKeyword("x-provenance"))
                        .build());
    }

    /** A JSON Schema of draft 2020-12. */
    public static Schemas ofJsonSchema(Clause root) {
        return new Schemas(root, Dialects::getDraft202012);
    }

    /**
     * What is wrong with a value; nothing if it keeps the schema.
     *
     * @param schema a clause of this document or of a file that it refers to
     * @param area the first part of the keys of the violations
     */
    public List<Violation> violations(JsonNode value, Clause schema, String area) {
        List<Error> errors = compiledFrom(schema).validate(value);
        return errors.isEmpty() ? List.of() : toViolations(errors, area);
    }

    private List<Violation> toViolations(List<Error> errors, String area) {
        return errors.stream()
                .map(error -> toViolation(error, area))
                .distinct()
                .sorted(Comparator.comparing(Violation::where).thenComparing(Violation::key))
                .toList();
    }

    private Schema compiledFrom(Clause schema) {
        Location location = new Location(schema.file(), schema.pointer());
        Schema known = compiled.get(location);
        return known == null ? compiled.computeIfAbsent(location, this::compile) : known;
    }

    private Schema compile(Location location) {
        Schema built = registry().getSchema(SchemaLocation.of(iriOf(location.file()) + "#" + location.pointer()));
        built.initializeValidators();
        return built;
    }

    /** Made when it is first needed: what only reads a contract does without. */
    private synchronized SchemaRegistry registry() {
        if (registry == null) {
            SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                    .formatAssertionsEnabled(true)
                    .pathType(PathType.JSON_POINTER)
                    .locale(Locale.ENGLISH)
                    .build();
            registry = SchemaRegistry.withDefaultDialect(
                    dialect.get(),
                    builder -> builder.schemaRegistryConfig(config)
                            .schemas(iri -> iri.startsWith(BASE) ? iri : null)
                            .nodeReader(new TreesByAddress()));
        }
        return registry;
    }

    private Violation toViolation(Error error, String area) {
        String where = error.getInstanceLocation().toString();
        if (error.getProperty() != null) {
            where = Pointers.child(where, error.getProperty());
        }
        SchemaLocation location = error.getSchemaLocation();
        Clause file = root.document(fileOf(location.getAbsoluteIri().toString()));
        String at = location.getFragment().toString();
        String expected = Demand.of(file, at, error.getKeyword(), error.getProperty());
        return new Violation(area + "." + error.getKeyword(), where, error.getMessage(), expected, file.placeOf(at));
    }

    /** Ends as JSON files do: what the library is given is JSON, and it goes by the name. */
    private static String iriOf(String file) {
        return BASE + file + JSON;
    }

    private static String fileOf(String iri) {
        return iri.substring(BASE.length(), iri.length() - JSON.length());
    }

    private record Location(String file, String pointer) {}

    /** The library gets the address of a file for its text, and here the tree for it: nothing is written to be parsed again. */
    private final class TreesByAddress implements NodeReader {
        @Override
        public JsonNode readTree(String address, InputFormat format) {
            return root.document(fileOf(address)).value();
        }

        @Override
        public JsonNode readTree(InputStream address, InputFormat format) {
            try (address) {
                return readTree(new String(address.readAllBytes(), StandardCharsets.UTF_8), format);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }
}
