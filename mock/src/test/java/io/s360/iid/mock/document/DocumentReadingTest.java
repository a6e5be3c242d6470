package io.s360.iid.mock.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentReadingTest {

    private static final String HEAD = "openapi: 3.1.0\ninfo: {title: Test, version: '1'}\n";

    @TempDir
    private Path folder;

    @Test
    void tellsWhatItIs() {
        OpenDocument document = Asking.written(folder, HEAD + "paths: {}\n");

        assertThat(document.title()).isEqualTo("Test");
        assertThat(document.version()).isEqualTo("1");
        assertThat(document.openapi()).isEqualTo("3.1.0");
        assertThat(document.operations()).isEmpty();
    }

    @Test
    void listsOperationsWithTheirLinesAndAnswers() {
        OpenDocument document = Asking.ofPaths(folder, """
                /pets:
                  get:
                    operationId: listPets
                    responses:
                      '200':
                        description: good
                        content: {application/json: {examples: {one: {value: [1]}, two: {value: []}}}}
                      4XX: {description: bad}
                  post:
                    responses: {default: {description: any}}
                """);

        assertThat(document.operations())
                .extracting(operation -> operation.place().line() + " " + operation.name() + " " + operation.answers())
                .containsExactly("5 listPets {200=[one, two], 4XX=[]}", "12 POST /pets {default=[]}");
    }

    @Test
    void refusesOtherVersionsWithTheirLine() {
        assertThatThrownBy(() -> Asking.written(folder, "\nswagger: '2.0'\n"))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessage("document.yaml:2: this is Swagger 2; only OpenAPI 3.0 and 3.1 are understood");
        assertThatThrownBy(() -> Asking.written(folder, "openapi: 3.2.0\n"))
                .hasMessage("document.yaml:1: this is OpenAPI 3.2.0; only OpenAPI 3.0 and 3.1 are understood");
        assertThatThrownBy(() -> Asking.written(folder, "- list\n")).isInstanceOf(UnreadableDocument.class);
    }

    @Test
    void refusesWhatIsNeitherJsonNorYaml() {
        Path json = Asking.file(folder, "broken.json", "{\n  \"openapi\": \"3.0.0\",\n  oops\n}");

        assertThatThrownBy(() -> OpenDocument.read(json, 1)).hasMessageStartingWith("broken.json:3: not JSON: ");
        assertThatThrownBy(() -> Asking.written(folder, "openapi: 3.0.0\npaths: [\n"))
                .hasMessageStartingWith("document.yaml:3: not YAML: ");
        assertThatThrownBy(() -> Asking.written(folder, "")).hasMessage("document.yaml:1: the file is empty");
        assertThatThrownBy(() -> OpenDocument.read(folder.resolve("absent.yaml"), 1))
                .hasMessage("absent.yaml:1: the file absent.yaml cannot be read");
    }

    @Test
    void readsJsonWithByteOrderMarkAndLines() throws Exception {
        String text = "\uFEFF{\"openapi\": \"3.0.0\",\n\"paths\": {\n\"/a\": {\n\"get\": {\"responses\": {}}}}}";
        Path file = Files.writeString(folder.resolve("bom.json"), text);

        OpenDocument document = OpenDocument.read(file, 1);

        assertThat(document.operations().get(0).place()).hasToString("bom.json:4");
    }

    @Test
    void readsAnchorsAndMergesOfYaml() {
        OpenDocument document = Asking.ofPaths(folder, """
                /a:
                  get:
                    responses: &answers
                      '200': {description: one, content: {application/json: {example: {from: a}}}}
                /b:
                  get:
                    responses:
                      <<: *answers
                      '404': {description: none}
                """);

        assertThat(Asking.text(Asking.to(document).get("/b"))).isEqualTo("{\"from\":\"a\"}");
    }

    @Test
    void followsReferencesThroughFiles() {
        Asking.file(
                folder, "paths.yaml", "pets:\n  get:\n    responses:\n      '200': {$ref: 'more/answers.json#/ok'}\n");
        folder.resolve("more").toFile().mkdir();
        Asking.file(folder.resolve("more"), "answers.json", """
                {"ok": {"description": "ok", "content": {"application/json": {"schema": {"$ref": "../pet.yaml#/Pet"}}}}}
                """);
        Asking.file(folder, "pet.yaml", "Pet: {type: object, required: [name], properties: {name: {type: string}}}\n");

        OpenDocument document = Asking.written(folder, HEAD + "paths:\n  /pets: {$ref: 'paths.yaml#/pets'}\n");

        assertThat(Asking.json(Asking.to(document).get("/pets")).has("name")).isTrue();
        assertThat(document.unsupported()).isEmpty();
    }

    @Test
    void leavesOutOnlyWhatNeedsBrokenReference() {
        OpenDocument document = Asking.ofPaths(folder, """
                /a:
                  get:
                    operationId: a
                    responses:
                      '200': {$ref: '#/components/responses/Gone'}
                      '404': {description: none, content: {application/json: {example: none}}}
                /b:
                  get:
                    operationId: b
                    responses:
                      '200':
                        description: ok
                        content:
                          application/json:
                            schema: {type: object, properties: {x: {$ref: '#/nowhere'}, y: {type: integer}}}
                """);

        assertThat(Asking.text(Asking.to(document).get("/a"))).isEqualTo("\"none\"");
        assertThat(Asking.json(Asking.to(document).get("/b")).propertyNames()).containsExactly("y");
        assertThat(document.unsupported())
                .extracting(Unsupported::line, Unsupported::what, Unsupported::operations, Unsupported::isServed)
                .containsExactly(
                        tuple(
                                8,
                                "the reference #/components/responses/Gone leads nowhere, so the answer 200 is left out",
                                List.of("a"),
                                true),
                        tuple(18, "the reference #/nowhere leads nowhere", List.of("b"), true));
    }

    @Test
    void namesOperationsThatCannotBeServed() {
        OpenDocument document = Asking.ofPaths(folder, """
                /impossible:
                  get:
                    operationId: impossible
                    responses:
                      '200':
                        description: ok
                        content: {application/json: {schema: {type: string, minLength: 5, maxLength: 2}}}
                /xml:
                  get:
                    operationId: xml
                    responses:
                      '200':
                        description: ok
                        content: {application/xml: {schema: {type: object}}}
                /x/{one}: {get: {operationId: first, responses: {'204': {description: ok}}}}
                /x/{two}: {get: {operationId: second, responses: {'204': {description: ok}}}}
                """);

        assertThat(document.unsupported())
                .filteredOn(one -> !one.isServed())
                .extracting(Unsupported::what)
                .containsExactly(
                        "no body can be made for the answer 200",
                        "no body can be made for the answer 200",
                        "another path matches the same requests and comes first");
        assertThat(Asking.to(document).get("/impossible").status()).isEqualTo(501);
        assertThat(Asking.text(Asking.to(document).get("/xml"))).contains("is not served (document.yaml:12)");
    }

    @Test
    void passesOverWebhooksAndCallbacks() {
        OpenDocument document = Asking.written(folder, HEAD + """
                        webhooks: {changed: {post: {responses: {'200': {description: ok}}}}}
                        paths:
                          /a:
                            post:
                              callbacks: {done: {'{$request.body#/url}': {post: {responses: {}}}}}
                              responses: {'202': {description: ok}}
                        """);

        assertThat(document.operations()).hasSize(1);
        assertThat(document.unsupported()).isEmpty();
        assertThat(Asking.to(document).call("POST", "/a").status()).isEqualTo(202);
    }
}
