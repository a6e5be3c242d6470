package io.s360.iid.mock.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentAnswersTest {

    private static final String PETS = """
            /pets/{id}:
              get:
                operationId: pet
                responses:
                  '404':
                    description: none
                    content:
                      application/json:
                        examples: {gone: {value: {why: gone}}, unknown: {value: {why: unknown}}}
                  '200':
                    description: ok
                    headers:
                      X-Rate: {schema: {type: integer, minimum: 5, maximum: 5}}
                      X-Kind: {example: dog, schema: {type: string}}
                    content:
                      application/json:
                        schema: {$ref: '#/components/schemas/Pet'}
                        examples:
                          broken: {value: {name: 5}}
                          cat: {value: {name: Tom}}
                          dog: {$ref: '#/components/examples/Dog'}
                      text/plain: {example: Tom the cat}
                  5XX: {description: bad, content: {application/json: {schema: {type: object}}}}
            """;

    private static final String COMPONENTS = """
            components:
              schemas: {Pet: {type: object, required: [name], properties: {name: {type: string}}}}
              examples: {Dog: {value: {name: Rex}}}
            """;

    @TempDir
    private Path folder;

    private OpenDocument pets() {
        return Asking.written(
                folder,
                "openapi: 3.0.3\ninfo: {title: T, version: '1'}\nservers: [{url: 'https://x.test/v1/'}]\npaths:\n"
                        + PETS.indent(2)
                        + COMPONENTS);
    }

    @Test
    void givesTheFirstGoodExampleOfTheLowestSuccess() {
        DocumentAnswer answer = Asking.to(pets()).get("/pets/1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.answer()).isEqualTo("200 cat");
        assertThat(answer.operation()).isEqualTo("pet");
        assertThat(answer.headers())
                .containsEntry("Content-Type", "application/json")
                .containsEntry("X-Rate", "5")
                .containsEntry("X-Kind", "dog");
        assertThat(Asking.text(answer)).isEqualTo("{\"name\":\"Tom\"}");
        assertThat(answer.problems()).isEmpty();
    }

    @Test
    void namesBrokenExampleWithItsLine() {
        assertThat(pets().unsupported())
                .extracting(one -> one.line() + " " + one.what() + " " + one.operations() + one.isServed())
                .containsExactly("23 the example broken breaks its own schema [pet]true");
    }

    @Test
    void servesWithAndWithoutTheBaseOfTheServers() {
        assertThat(Asking.to(pets()).get("/v1/pets/1").status()).isEqualTo(200);
        assertThat(Asking.to(pets()).get("/v2/pets/1").status()).isEqualTo(404);
    }

    @Test
    void givesThePreferredAnswer() {
        DocumentAnswer byCode = Asking.to(pets()).with("Prefer", "code=404").get("/pets/1");
        DocumentAnswer byExample =
                Asking.to(pets()).with("Prefer", "example=unknown").get("/pets/1");
        DocumentAnswer byBoth =
                Asking.to(pets()).with("Prefer", "code=200, example=dog").get("/pets/1");
        DocumentAnswer byRange = Asking.to(pets()).with("Prefer", "code=503").get("/pets/1");

        assertThat(byCode.answer()).isEqualTo("404 gone");
        assertThat(byCode.headers()).containsEntry("Preference-Applied", "code=404");
        assertThat(Asking.text(byExample)).isEqualTo("{\"why\":\"unknown\"}");
        assertThat(byExample.headers()).containsEntry("Preference-Applied", "example=unknown");
        assertThat(Asking.text(byBoth)).isEqualTo("{\"name\":\"Rex\"}");
        assertThat(byRange.status()).isEqualTo(503);
    }

    @Test
    void givesAnotherBodyInPlaceOfBrokenExample() {
        DocumentAnswer answer =
                Asking.to(pets()).with("Prefer", "example=broken").get("/pets/1");

        assertThat(answer.answer()).isEqualTo("200 generated");
        assertThat(answer.headers()).doesNotContainKey("Preference-Applied");
        assertThat(Asking.json(answer).get("name").isString()).isTrue();
    }

    @Test
    void saysWhatThereIsToPrefer() {
        DocumentAnswer answer =
                Asking.to(pets()).with("Prefer", "code=404, example=cat").get("/pets/1");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(Asking.json(answer).get("detail").stringValue())
                .isEqualTo("Prefer names no answer of pet, which has 404 (gone, unknown), 200 (broken, cat, dog), 5XX");
    }

    @Test
    void negotiatesTheType() {
        assertThat(Asking.text(Asking.to(pets()).with("Accept", "text/*").get("/pets/1")))
                .isEqualTo("Tom the cat");
        assertThat(Asking.to(pets())
                        .with("Accept", "text/plain;q=0.1, */*;q=0.5")
                        .get("/pets/1")
                        .headers())
                .containsEntry("Content-Type", "application/json");
        assertThat(Asking.to(pets()).with("Accept", "image/png").get("/pets/1").status())
                .isEqualTo(406);
    }

    @Test
    void answersHeadLikeGetWithoutBody() {
        DocumentAnswer answer = Asking.to(pets()).call("HEAD", "/pets/1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("Content-Type", "application/json");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void saysWhichPathAndWhichMethodsThereAre() {
        DocumentAnswer path = Asking.to(pets()).get("/pet/1");
        DocumentAnswer method = Asking.to(pets()).call("DELETE", "/pets/1");

        assertThat(path.status()).isEqualTo(404);
        assertThat(Asking.text(path)).contains("did you mean /pets/{id}?");
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.headers()).containsEntry("Allow", "GET");
    }

    @Test
    void choosesWhatComesClosestToSuccess() {
        OpenDocument document = Asking.ofPaths(folder, """
                /range: {get: {responses: {2XX: {description: ok}, '400': {description: bad}}}}
                /default: {get: {responses: {'400': {description: bad}, default: {description: any}}}}
                /moved: {get: {responses: {'302': {description: moved}, default: {description: any}}}}
                /only: {get: {responses: {'410': {description: gone}, '500': {description: bad}}}}
                /none: {get: {responses: {'204': {description: ok, content: {application/json: {example: 1}}}}}}
                """);

        assertThat(Asking.to(document).get("/range").status()).isEqualTo(200);
        assertThat(Asking.to(document).get("/default").status()).isEqualTo(200);
        assertThat(Asking.to(document).get("/moved").status()).isEqualTo(302);
        assertThat(Asking.to(document).get("/only").status()).isEqualTo(410);
        assertThat(Asking.to(document).get("/none").body()).isEmpty();
    }

    @Test
    void writesOtherTypes() {
        OpenDocument document = Asking.ofPaths(folder, """
                /text: {get: {responses: {'200': {description: ok, content: {text/plain: {schema: {type: string, enum: [hello]}}}}}}}
                /image: {get: {responses: {'200': {description: ok, content: {image/*: {schema: {type: string, format: binary}}}}}}}
                /yaml: {get: {responses: {'200': {description: ok, content: {application/yaml: {example: {a: 1}}}}}}}
                /lines: {get: {responses: {'200': {description: ok, content: {application/x-ndjson: {example: [{a: 1}, 2]}}}}}}
                /xml: {get: {responses: {'200': {description: ok, content: {application/xml: {example: '<a/>'}}}}}}
                /any: {get: {responses: {'200': {description: ok, content: {'*/*': {example: {a: 1}}}}}}}
                /events: {get: {responses: {'200': {description: ok, content: {text/event-stream: {schema: {type: integer, enum: [3]}}}}}}}
                /wrapped: {get: {responses: {'200': {description: ok, content: {application/json: {schema: {type: object}, example: '{"a": 1}'}}}}}}
                """);

        assertThat(Asking.text(Asking.to(document).get("/text"))).isEqualTo("hello");
        assertThat(Asking.to(document).get("/image").headers()).containsEntry("Content-Type", "image/png");
        assertThat(Asking.text(Asking.to(document).get("/yaml"))).isEqualTo("{\"a\":1}");
        assertThat(Asking.text(Asking.to(document).get("/lines"))).isEqualTo("{\"a\":1}\n2\n");
        assertThat(Asking.text(Asking.to(document).get("/xml"))).isEqualTo("<a/>");
        assertThat(Asking.to(document).get("/any").headers()).containsEntry("Content-Type", "application/json");
        assertThat(Asking.text(Asking.to(document).get("/events"))).isEqualTo("data: 3\n\n");
        assertThat(Asking.text(Asking.to(document).get("/wrapped"))).isEqualTo("{\"a\":1}");
        assertThat(document.unsupported()).isEmpty();
    }

    @Test
    void answersTheSameFromTheSameSeed() {
        String paths = """
                /a: {get: {responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}}}
                components:
                  schemas:
                    A:
                      type: object
                      properties:
                        id: {type: string, format: uuid}
                        at: {type: string, format: date-time}
                        n: {type: integer}
                        code: {type: string, pattern: '^[A-Z]{3}-\\d{4}$'}
                """;
        String yaml = "openapi: 3.0.3\npaths:\n  " + paths;
        Path file = Asking.file(folder, "seeded.yaml", yaml);

        String one = Asking.text(Asking.to(OpenDocument.read(file, 1)).get("/a"));
        String same = Asking.text(Asking.to(OpenDocument.read(file, 1)).get("/a"));
        String other = Asking.text(Asking.to(OpenDocument.read(file, 2)).get("/a"));

        assertThat(same).isEqualTo(one);
        assertThat(other).isNotEqualTo(one);
    }
}
