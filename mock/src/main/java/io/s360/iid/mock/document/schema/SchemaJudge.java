package io.s360.iid.mock.document.schema;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContextCustomizer;
import com.networknt.schema.InputFormat;
import com.networknt.schema.OutputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import com.networknt.schema.serialization.BasicNodeReader;
import com.networknt.schema.serialization.NodeReader;
import io.s360.iid.contract.source.Pointers;
import io.s360.iid.mock.document.source.Library;
import io.s360.iid.mock.document.source.Part;
import io.s360.iid.mock.document.source.Spot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** Judges values by the schemas of one document, each compiled on first use. Safe for use by several threads. */
public final class SchemaJudge {

    private static final int LONGEST_EXPECTATION = 160;

    private final Library library;
    private final SchemaRegistry registry;
    private final Map<String, Schema> files = new ConcurrentHashMap<>();
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    /** @param notes hears of keywords that are passed over */
    public SchemaJudge(Library library, OpenApi version, Notes notes) {
        this.library = library;
        Dialect dialect = DialectOf.version(version, (location, what) -> notes.tell(spotOf(location), what));
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ENGLISH)
                .build();
        this.registry = SchemaRegistry.withDefaultDialect(
                dialect,
                builder -> builder.schemaRegistryConfig(config)
                        .nodeReader(new TreeReader(library))
                        .schemas(iri -> Library.isFile(iri) ? iri : null));
    }

    /** Whether a value keeps a schema; it keeps none by which it cannot be judged. */
    public boolean accepts(Part schema, JsonNode value, Direction direction) {
        try {
            return judge(schema, value, direction, OutputFormat.BOOLEAN);
        } catch (Unjudgeable unclear) {
            return false;
        }
    }

    /**
     * All that is wrong with a value; nothing if it keeps the schema.
     *
     * @throws Unjudgeable if that cannot be said
     */
    public List<Flaw> flaws(Part schema, JsonNode value, Direction direction) throws Unjudgeable {
        return judge(schema, value, direction, OutputFormat.DEFAULT).stream()
                .map(this::toFlaw)
                .distinct()
                .toList();
    }

    private <T> T judge(Part schema, JsonNode value, Direction direction, OutputFormat<T> format) throws Unjudgeable {
        ExecutionContextCustomizer oneWay = (execution, context) -> execution.executionConfig(
                config -> config.readOnly(direction == Direction.REQUEST).writeOnly(direction == Direction.RESPONSE));
        try {
            return compiledFrom(schema).validate(value, format, oneWay);
        } catch (RuntimeException | StackOverflowError broken) {
            throw new Unjudgeable(String.valueOf(broken.getMessage()), broken);
        }
    }

    /** Through the schema of the whole file, so that all schemas know each other and none is compiled twice. */
    private Schema compiledFrom(Part schema) {
        return compiled.computeIfAbsent(schema.location(), location -> {
            Schema file =
                    files.computeIfAbsent(schema.iri(), iri -> registry.loadSchema(SchemaLocation.of(iri), false));
            return schema.pointer().isEmpty()
                    ? file
                    : file.getRefSchema(toPath(schema.pointer(), file.getSchemaNode()));
        });
    }

    /** The steps of a pointer as the registry wants them: into an array by number. */
    private static NodePath toPath(String pointer, JsonNode file) {
        NodePath path = new NodePath(PathType.JSON_POINTER);
        JsonNode at = file;
        for (String escaped : pointer.substring(1).split("/", -1)) {
            String step = Pointers.unescape(escaped);
            path = at.isArray() ? path.append(Integer.parseInt(step)) : path.append(step);
            at = at.isArray() ? at.path(Integer.parseInt(step)) : at.path(step);
        }
        return path;
    }

    private Flaw toFlaw(Error error) {
        String where = error.getInstanceLocation().toString();
        if (error.getProperty() != null) {
            where = Pointers.child(where, error.getProperty());
        }
        return new Flaw(where, error.getKeyword(), expectation(error), error.getMessage(), lineOf(error));
    }

    private static String expectation(Error error) {
        boolean isAboutMember = error.getKeyword().equals("required") && error.getProperty() != null;
        String text = isAboutMember ? error.getProperty() : String.valueOf(error.getSchemaNode());
        return error.getKeyword() + ": "
                + (text.length() > LONGEST_EXPECTATION ? text.substring(0, LONGEST_EXPECTATION) + "…" : text);
    }

    private int lineOf(Error error) {
        return spotOf(error.getSchemaLocation()).place().line();
    }

    private Spot spotOf(SchemaLocation rule) {
        String pointer = rule.getFragment().toString();
        Part file = library.fileAt(rule.getAbsoluteIri().toString());
        return new Spot(file.placeOf(pointer), pointer);
    }

    /** Gives the trees that are read already. What the registry takes for the text of a schema is its address. */
    private record TreeReader(Library library) implements NodeReader {

        @Override
        public JsonNode readTree(String text, InputFormat format) {
            return Library.isFile(text)
                    ? library.fileAt(text).value()
                    : BasicNodeReader.getInstance().readTree(text, format);
        }

        @Override
        public JsonNode readTree(InputStream text, InputFormat format) {
            try {
                byte[] bytes = text.readAllBytes();
                String address = new String(bytes, StandardCharsets.UTF_8);
                return Library.isFile(address)
                        ? library.fileAt(address).value()
                        : BasicNodeReader.getInstance().readTree(new ByteArrayInputStream(bytes), format);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
