package io.s360.iid.mock.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentRequestsTest {

    private static final String SEARCH = """
            openapi: 3.0.3
            info: {title: T, version: '1'}
            security: [{key: []}, {bearer: []}]
            components:
              securitySchemes:
                key: {type: apiKey, in: header, name: X-Key}
                bearer: {type: http, scheme: bearer}
            paths:
              /open/{id}:
                parameters:
                  - {in: path, name: id, required: true, schema: {type: integer, maximum: 9}}
                get:
                  operationId: open
                  security: []
                  parameters:
                    - {in: query, name: page, required: true, schema: {type: integer, minimum: 1}}
                    - {in: query, name: tags, schema: {type: array, maxItems: 2, items: {type: string, enum: [a, b, c]}}}
                    - {in: query, name: ids, explode: false, schema: {type: array, items: {type: integer}}}
                    - {in: query, name: piped, style: pipeDelimited, schema: {type: array, items: {type: integer}}}
                    - {in: query, name: filter, style: deepObject, schema: {$ref: '#/components/schemas/Filter'}}
                    - {in: query, name: flag, schema: {type: boolean}}
                    - {in: query, name: raw, content: {application/json: {schema: {type: object}}}}
                    - {in: header, name: X-Mode, schema: {type: string, enum: [fast, slow]}}
                    - {in: cookie, name: size, schema: {type: integer}}
                  responses: {'200': {description: ok}}
              /secret:
                get: {operationId: secret, responses: {'200': {description: ok}}}
              /pets:
                post:
                  operationId: addPet
                  security: []
                  requestBody:
                    required: true
                    content:
                      application/json: {schema: {$ref: '#/components/schemas/Pet'}}
                      application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/Pet'}}
                      application/xml: {schema: {type: object}}
                  responses:
                    '201': {description: ok}
                    '400': {description: bad, content: {application/json: {example: {error: bad pet}}}}
            """;

    private static final String SCHEMAS = """
              schemas:
                Filter: {type: object, additionalProperties: false, properties: {min: {type: integer}, in: {type: array, items: {type: string}}}}
                Pet:
                  type: object
                  required: [id, name, age]
                  additionalProperties: false
                  properties:
                    id: {type: string, readOnly: true}
                    name: {type: string, maxLength: 5}
                    age: {type: integer}
                    tags: {type: array, items: {type: string}}
            """;

    @TempDir
    private Path folder;

    private Asking ask() {
        String yaml = SEARCH.replace("paths:\n", SCHEMAS + "paths:\n");
        return Asking.to(Asking.written(folder, yaml));
    }

    private static List<String> problems(DocumentAnswer answer) {
        return answer.problems().stream()
                .map(problem -> problem.where() + " " + problem.rule())
                .toList();
    }

    @Test
    void takesGoodParametersInEveryStyle() {
        DocumentAnswer answer = ask().with("X-Mode", "fast")
                .with("Cookie", "other=1; size=5")
                .get(
                        "/open/5?page=2&tags=a&tags=b&ids=1,2&piped=1%7C2&filter[min]=3&filter[in][]=x&flag=true&raw=%7B%7D");

        assertThat(problems(answer)).isEmpty();
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void tellsEverythingThatIsWrongWithParametersAtOnce() {
        DocumentAnswer answer = ask().with("X-Mode", "late")
                .with("Cookie", "size=big")
                .get("/open/10?tags=a&tags=z&tags=b&ids=1,x&piped=1|y&filter[min]=low&filter[max]=1&flag=yes&raw=%7B");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
        assertThat(problems(answer))
                .containsExactlyInAnyOrder(
                        "path.id maximum",
                        "query.page required",
                        "query.tags maxItems",
                        "query.tags/1 enum",
                        "query.ids/1 type",
                        "query.piped/1 type",
                        "query.filter/min type",
                        "query.filter/max additionalProperties",
                        "query.flag type",
                        "query.raw json",
                        "X-Mode enum",
                        "cookie.size type");
        assertThat(Asking.json(answer).get("problems")).hasSize(12);
    }

    @Test
    void namesTheLineAndWhatIsExpected() {
        Problem problem = ask().get("/open/10?page=1").problems().get(0);

        assertThat(problem.line()).isEqualTo(22);
        assertThat(problem.expected()).isEqualTo("maximum: 9");
        assertThat(problem.message()).doesNotContain("10");
    }

    @Test
    void asksForCredentials() {
        DocumentAnswer without = ask().get("/secret");

        assertThat(without.status()).isEqualTo(401);
        assertThat(without.headers()).containsEntry("WWW-Authenticate", "Bearer realm=\"mock\"");
        assertThat(without.problems().get(0).expected()).isEqualTo("header X-Key or Authorization: Bearer …");
        assertThat(ask().with("X-Key", "any").get("/secret").status()).isEqualTo(200);
        assertThat(ask().with("Authorization", "Bearer any").get("/secret").status())
                .isEqualTo(200);
        assertThat(ask().with("Authorization", "Basic any").get("/secret").status())
                .isEqualTo(401);
    }

    @Test
    void judgesJsonBodies() {
        DocumentAnswer good = ask().sending("application/json; charset=utf-8", "{\"name\": \"Tom\", \"age\": 3}")
                .call("POST", "/pets");
        DocumentAnswer bad = ask().sending("application/json", "{\"name\": \"Thomas\", \"age\": \"3\", \"x\": 1}")
                .call("POST", "/pets");

        assertThat(good.status()).isEqualTo(201);
        assertThat(bad.status()).isEqualTo(400);
        assertThat(Asking.text(bad)).isEqualTo("{\"error\":\"bad pet\"}");
        assertThat(problems(bad)).containsExactlyInAnyOrder("/name maxLength", "/age type", "/x additionalProperties");
    }

    @Test
    void judgesFormBodies() {
        String form = "application/x-www-form-urlencoded";

        assertThat(ask().sending(form, "name=Tom&age=3&tags=a&tags=b")
                        .call("POST", "/pets")
                        .status())
                .isEqualTo(201);
        assertThat(problems(ask().sending(form, "name=T%20o%20m&age=old").call("POST", "/pets")))
                .containsExactly("/age type");
    }

    @Test
    void saysWhereJsonIsBroken() {
        DocumentAnswer answer =
                ask().sending("application/json", "{\n  \"name\": }").call("POST", "/pets");

        assertThat(answer.problems().get(0).message()).isEqualTo("the body is not one JSON text at line 2, column 11");
    }

    @Test
    void refusesMissingBodiesAndOtherTypes() {
        assertThat(problems(ask().call("POST", "/pets"))).containsExactly(" required");
        assertThat(ask().sending("text/plain", "x").call("POST", "/pets").status())
                .isEqualTo(415);
        assertThat(ask().sending("application/xml", "<x/>")
                        .call("POST", "/pets")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void namesWhatIsNotJudged() {
        OpenDocument document = Asking.ofPaths(folder, """
                /a/{m}:
                  post:
                    operationId: post
                    parameters:
                      - {in: path, name: m, required: true, style: matrix, schema: {type: integer}}
                    requestBody: {content: {multipart/form-data: {schema: {type: object}}}}
                    responses: {'200': {description: ok}}
                """);

        assertThat(document.unsupported())
                .extracting(one -> one.line() + " " + one.what() + " " + one.operations())
                .containsExactly(
                        "8 parameters in the path with style matrix are not judged [post]",
                        "9 bodies of multipart/form-data are not judged by their schema [post]");
    }
}
