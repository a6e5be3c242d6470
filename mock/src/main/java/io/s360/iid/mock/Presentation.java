package io.s360.iid.mock;

import com.github.tomakehurst.wiremock.extension.MappingsLoaderExtension;
import io.s360.iid.contract.Contract;
import io.s360.iid.mock.admin.ContractDrawing;
import io.s360.iid.mock.answer.ContractServed;
import io.s360.iid.mock.answer.Served;
import io.s360.iid.mock.catalogue.Catalogue;
import io.s360.iid.mock.document.DocumentDrawing;
import io.s360.iid.mock.document.DocumentServed;
import io.s360.iid.mock.stub.ContractStubs;
import io.s360.iid.mock.stub.DocumentStubs;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How what is served is shown to those who steer the mock. Each part is made when it is first asked for. */
final class Presentation {

    private final Supplier<JsonNode> mock;
    private final Supplier<JsonNode> lifecycle;
    private final Supplier<JsonNode> catalogue;
    private final Supplier<MappingsLoaderExtension> stubs;
    private @Nullable JsonNode catalogueOnceMade;

    private Presentation(
            Supplier<JsonNode> mock,
            Supplier<JsonNode> lifecycle,
            Supplier<JsonNode> catalogue,
            Supplier<MappingsLoaderExtension> stubs) {
        this.mock = mock;
        this.lifecycle = lifecycle;
        this.catalogue = catalogue;
        this.stubs = stubs;
    }

    /** @param base where the mock is */
    static Presentation of(Served served, boolean hasFaultMode, Supplier<URI> base) {
        if (served instanceof DocumentServed foreign) {
            DocumentDrawing drawing = new DocumentDrawing(foreign.document(), hasFaultMode);
            return new Presentation(
                    drawing::mock, drawing::lifecycle, drawing::catalogue, () -> new DocumentStubs(foreign.document()));
        }
        Contract contract = ((ContractServed) served).contract();
        ContractDrawing drawing = new ContractDrawing(contract, hasFaultMode);
        return new Presentation(
                drawing::mock,
                drawing::lifecycle,
                () -> Catalogue.of(contract).toJson(base.get()),
                () -> new ContractStubs(contract));
    }

    JsonNode mock() {
        return mock.get();
    }

    JsonNode lifecycle() {
        return lifecycle.get();
    }

    synchronized JsonNode catalogue() {
        if (catalogueOnceMade == null) {
            catalogueOnceMade = catalogue.get();
        }
        return catalogueOnceMade;
    }

    MappingsLoaderExtension stubs() {
        return stubs.get();
    }
}
