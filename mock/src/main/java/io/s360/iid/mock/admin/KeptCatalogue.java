package io.s360.iid.mock.admin;

import io.s360.iid.contract.Contract;
import io.s360.iid.mock.catalogue.Catalogue;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The catalogue of what is served, made by the first who asks, and again when something else is served. */
public final class KeptCatalogue implements Supplier<JsonNode> {

    private final Supplier<Contract> contract;
    private final Supplier<URI> base;
    private @Nullable Contract madeOf;
    private @Nullable JsonNode made;

    /**
     * Makes none yet.
     *
     * @param base where the mock is
     */
    public KeptCatalogue(Supplier<Contract> contract, Supplier<URI> base) {
        this.contract = contract;
        this.base = base;
    }

    @Override
    public synchronized JsonNode get() {
        Contract wanted = contract.get();
        if (made == null || !wanted.equals(madeOf)) {
            made = Catalogue.of(wanted).toJson(base.get());
            madeOf = wanted;
        }
        return made;
    }
}
