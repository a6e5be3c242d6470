package io.s360.iid.mock.catalogue;

import io.s360.iid.contract.Contract;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The catalogue of what a mock serves now, made when it is asked for and kept until something else is served. Safe for use by several threads. */
public final class CurrentCatalogue implements Supplier<JsonNode> {

    private final Supplier<Contract> contract;
    private final Supplier<URI> base;
    private @Nullable Contract made;
    private @Nullable JsonNode json;

    public CurrentCatalogue(Supplier<Contract> contract, Supplier<URI> base) {
        this.contract = contract;
        this.base = base;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the same contract, read once
    public synchronized JsonNode get() {
        Contract served = contract.get();
        JsonNode known = json;
        if (known == null || made != served) {
            known = Catalogue.of(served).toJson(base.get());
            made = served;
            json = known;
        }
        return known;
    }
}
