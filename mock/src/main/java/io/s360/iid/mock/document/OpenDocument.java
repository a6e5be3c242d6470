package io.s360.iid.mock.document;

import io.s360.iid.contract.source.Place;
import io.s360.iid.mock.answer.Preference;
import io.s360.iid.mock.document.request.Call;
import io.s360.iid.mock.document.request.Finding;
import io.s360.iid.mock.document.route.Match;
import io.s360.iid.mock.document.route.Routes;
import io.s360.iid.mock.document.schema.OpenApi;
import io.s360.iid.mock.document.schema.Sampler;
import io.s360.iid.mock.document.schema.SchemaJudge;
import io.s360.iid.mock.document.source.BrokenSource;
import io.s360.iid.mock.document.source.Library;
import io.s360.iid.mock.document.source.Part;
import io.s360.iid.mock.document.source.Spot;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A foreign OpenAPI 3.0 or 3.1 document, served without state. It answers as soon as it is read; what it cannot do is found
 * out meanwhile, by trying every answer once. Safe for use by several threads.
 */
public final class OpenDocument {

    private final Part root;
    private final List<Operation> operations;
    private final BasePaths bases;
    private final Routes<Operation> routes = new Routes<>();
    private final Answers answers;
    private final Refusals refusals;
    private final Remarks remarks = new Remarks();
    private final CompletableFuture<Void> inspected;

    private OpenDocument(Library library, OpenApi version, long seed) {
        this.root = library.root();
        SchemaJudge judge = new SchemaJudge(library, version, remarks::tell);
        this.operations = new OperationReader(root, version, judge, remarks).read();
        this.bases = BasePaths.of(root, operations);
        Sampler sampler = new Sampler(judge, version);
        Trials trials = new Trials(sampler, seed);
        Bodies bodies = new Bodies(judge, trials);
        this.answers = new Answers(bodies, new HeaderValues(sampler, seed));
        this.refusals = new Refusals(answers);
        operations.forEach(this::addRoute);
        Inspection inspection = new Inspection(operations, bodies, trials, remarks);
        this.inspected = CompletableFuture.runAsync(inspection::run, work -> {
            Thread thread = new Thread(work, "document inspection");
            thread.setDaemon(true);
            thread.start();
        });
    }

    /**
     * Reads a document.
     *
     * @param seed decides about all that the document leaves open
     * @throws UnreadableDocument if it is not an OpenAPI 3.0 or 3.1 document
     */
    public static OpenDocument read(Path file, long seed) {
        try {
            Library library = Library.of(file);
            return new OpenDocument(library, versionOf(library.root()), seed);
        } catch (BrokenSource broken) {
            throw new UnreadableDocument(broken.spot().place(), broken.problem());
        }
    }

    private static OpenApi versionOf(Part root) {
        String version = root.text("openapi").orElse("");
        if (version.matches("3\\.0(\\..*)?")) {
            return OpenApi.V3_0;
        }
        if (version.matches("3\\.1(\\..*)?")) {
            return OpenApi.V3_1;
        }
        boolean isSwagger = root.member("swagger").isPresent();
        Place place = root.placeOf(isSwagger ? "/swagger" : "/openapi");
        String found = isSwagger
                ? "this is Swagger 2"
                : version.isEmpty() ? "openapi is missing" : "this is OpenAPI " + version;
        throw new UnreadableDocument(place, found + "; only OpenAPI 3.0 and 3.1 are understood");
    }

    private void addRoute(Operation operation) {
        Spot spot = operation.part().spot();
        if (operation.path().contains("#")) {
            remarks.tell(spot, "a path with a fragment is never asked for", false, operation.name());
        } else if (!routes.add(operation.method(), operation.path(), operation)) {
            remarks.tell(spot, "another path matches the same requests and comes first", false, operation.name());
        }
    }

    /** The name of the file. */
    public String file() {
        return root.place().file();
    }

    public String title() {
        return info("title");
    }

    /** The version of the document itself. */
    public String version() {
        return info("version");
    }

    /** The version of OpenAPI, as the document states it. */
    public String openapi() {
        return root.text("openapi").orElse("");
    }

    private String info(String name) {
        return root.member("info")
                .flatMap(info -> info.member(name))
                .map(value -> value.value().asString(value.value().toString()))
                .orElse("");
    }

    /** All operations, in the document's order. */
    public List<DocumentOperation> operations() {
        return operations.stream().map(Operation::description).toList();
    }

    /** All that cannot be done, by line. Waits until every answer has been tried. */
    public List<Unsupported> unsupported() {
        inspected.join();
        return remarks.all();
    }

    /**
     * The answer to a request.
     *
     * @param path as sent: not decoded, without the query
     * @param query as sent; null if there is none
     * @param headers the values of all headers of a name, whatever its case
     * @param body is asked only if the document speaks of a body
     */
    public DocumentAnswer answer(
            String method,
            String path,
            @Nullable String query,
            Function<String, List<String>> headers,
            Supplier<byte[]> body) {
        Map<String, Match<Operation>> candidates = candidates(method, path, query == null ? "" : query);
        if (candidates.isEmpty()) {
            return noSuchPath(path);
        }
        boolean isHead = method.equals("HEAD") && !candidates.containsKey(method);
        Match<Operation> match = candidates.get(isHead ? "GET" : method);
        if (match == null) {
            return noSuchMethod(candidates);
        }
        DocumentAnswer answer =
                answer(match.value(), new Call(match.values(), query == null ? "" : query, headers, body));
        return method.equals("HEAD") ? answer.withoutBody() : answer;
    }

    private Map<String, Match<Operation>> candidates(String method, String path, String query) {
        Map<String, Match<Operation>> first = Map.of();
        for (String reading : bases.readings(path).toList()) {
            Map<String, Match<Operation>> found = routes.at(reading, query, method);
            if (found.containsKey(method)) {
                return found;
            }
            first = first.isEmpty() ? found : first;
        }
        return first;
    }

    /** In this order: what the caller chooses, who they are, what they accept, what they send. */
    private DocumentAnswer answer(Operation operation, Call call) {
        Acceptance acceptance = Acceptance.of(call.headers().apply("Accept"));
        Preference preference = Preference.of(call.headers().apply(Preference.HEADER));
        if (!preference.isNone()) {
            return answers.preferred(operation, preference, acceptance);
        }
        Finding credentials = operation.rules().credentials(call);
        if (credentials.kind() != Finding.Kind.GOOD) {
            return refusals.refuse(operation, credentials);
        }
        DocumentAnswer usual = answers.usual(operation, acceptance);
        if (usual.isOwn()) {
            return usual;
        }
        Finding content = operation.rules().content(call);
        return content.kind() == Finding.Kind.GOOD ? usual : refusals.refuse(operation, content);
    }

    private DocumentAnswer noSuchPath(String path) {
        String meant = bases.readings(path)
                .flatMap(reading -> routes.nearest(reading).stream())
                .findFirst()
                .map(template -> "; did you mean " + template + "?")
                .orElse("");
        Problem problem = new Problem("path", "path", "a path of the document", "is not in the document" + meant, 1);
        return ProblemDetails.answer(404, "The path is not in the document" + meant, null, List.of(problem));
    }

    private static DocumentAnswer noSuchMethod(Map<String, Match<Operation>> candidates) {
        String allowed = String.join(", ", candidates.keySet());
        Operation first = candidates.values().iterator().next().value();
        Problem problem = new Problem(
                "method",
                "method",
                allowed,
                "the path has only " + allowed,
                first.part().place().line());
        DocumentAnswer refused = ProblemDetails.answer(405, "The path has only " + allowed, null, List.of(problem));
        Map<String, String> headers = new LinkedHashMap<>(refused.headers());
        headers.put("Allow", allowed);
        return new DocumentAnswer(
                refused.status(), headers, refused.body(), null, refused.answer(), refused.problems());
    }
}
