package io.s360.iid.mock.stub;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.common.Metadata;
import com.github.tomakehurst.wiremock.extension.MappingsLoaderExtension;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Check;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A stub for each operation, one for the other methods of each path, and one for all other paths. What a stub shows is what a
 * WireMock without the contract would answer; here {@link ContractAnswers} answers. All stand below the default priority,
 * so that a user's own stubs go first.
 */
public final class ContractStubs implements MappingsLoaderExtension {

    private static final int OPERATION = 8;
    private static final int OTHER_METHODS = 9;
    private static final int OTHER_PATHS = 10;

    private final Contract contract;

    public ContractStubs(Contract contract) {
        this.contract = contract;
    }

    @Override
    public String getName() {
        return "s360-contract-stubs";
    }

    /** The last one first, because WireMock lists them so. */
    @Override
    public void loadMappingsInto(StubMappings mappings) {
        add(mappings, "other paths", OTHER_PATHS, any(anyUrl()), answerTo(Check.Kind.PATH), new Metadata());
        lastFirst(contract.operations().stream().map(Operation::path).distinct())
                .forEach(path -> addOtherMethods(mappings, path));
        lastFirst(contract.operations().stream()).forEach(operation -> addOperation(mappings, operation));
    }

    private void addOtherMethods(StubMappings mappings, String path) {
        Answer refusal = contract.operationsAt(path)
                .get(0)
                .answer(answerTo(Check.Kind.METHOD).name());
        MappingBuilder stub = any(urlPathEqualTo(path));
        add(mappings, "other methods of " + path, OTHER_METHODS, stub, refusal, new Metadata());
    }

    private static void addOperation(StubMappings mappings, Operation operation) {
        MappingBuilder stub = request(operation.method(), urlPathEqualTo(operation.path()));
        add(mappings, operation.id(), OPERATION, stub, operation.success(), metadataOf(operation));
    }

    private static <T> List<T> lastFirst(Stream<T> inOrder) {
        List<T> turned = new ArrayList<>(inOrder.toList());
        Collections.reverse(turned);
        return turned;
    }

    private Answer answerTo(Check.Kind kind) {
        return contract.check(kind).orElseThrow().answer();
    }

    private static void add(
            StubMappings mappings, String name, int priority, MappingBuilder stub, Answer shown, Metadata metadata) {
        mappings.addMapping(stub.withId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)))
                .withName(name)
                .atPriority(priority)
                .withMetadata(metadata)
                .willReturn(toResponse(shown))
                .build());
    }

    private static ResponseDefinitionBuilder toResponse(Answer answer) {
        ResponseDefinitionBuilder response = aResponse()
                .withStatus(answer.status())
                .withHeader("Content-Type", "application/json")
                .withJsonBody(Json.node(answer.body().toString()))
                .withTransformers(ContractAnswers.NAME);
        answer.headers()
                .forEach((name, header) ->
                        response.withHeader(name, header.get("example").text()));
        return response;
    }

    private static Metadata metadataOf(Operation operation) {
        return Metadata.metadata()
                .attr("operation", operation.id())
                .attr("summary", operation.summary())
                .attr("place", operation.place().toString())
                .list(
                        "answers",
                        operation.answers().values().stream()
                                .map(Answer::toString)
                                .toArray())
                .build();
    }
}
