package io.s360.iid.mock.stub;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathTemplate;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.common.Metadata;
import com.github.tomakehurst.wiremock.extension.MappingsLoaderExtension;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import io.s360.iid.mock.document.DocumentOperation;
import io.s360.iid.mock.document.OpenDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** A stub for each operation of a foreign document, and one for everything else. {@link ContractAnswers} answers for all. */
public final class DocumentStubs implements MappingsLoaderExtension {

    private static final int OPERATION = 8;
    private static final int REST = 10;

    private final OpenDocument document;

    public DocumentStubs(OpenDocument document) {
        this.document = document;
    }

    @Override
    public String getName() {
        return "s360-document-stubs";
    }

    /** The last one first, because WireMock lists them so. */
    @Override
    public void loadMappingsInto(StubMappings mappings) {
        add(mappings, "everything else", REST, any(anyUrl()), new Metadata());
        List<DocumentOperation> operations = document.operations();
        for (int at = operations.size() - 1; at >= 0; at--) {
            DocumentOperation operation = operations.get(at);
            MappingBuilder stub = request(operation.method(), urlPathTemplate(operation.path()));
            add(mappings, operation.name(), OPERATION, stub, metadataOf(operation));
        }
    }

    private static Metadata metadataOf(DocumentOperation operation) {
        return Metadata.metadata()
                .attr("operation", operation.name())
                .attr("place", operation.place().toString())
                .list("answers", operation.answers().keySet().toArray())
                .build();
    }

    private static void add(StubMappings mappings, String name, int priority, MappingBuilder stub, Metadata metadata) {
        mappings.addMapping(stub.withId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)))
                .withName(name)
                .atPriority(priority)
                .withMetadata(metadata)
                .willReturn(aResponse().withTransformers(ContractAnswers.NAME))
                .build());
    }
}
