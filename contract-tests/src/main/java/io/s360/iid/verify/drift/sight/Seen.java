package io.s360.iid.verify.drift.sight;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.schema.Schemas;
import io.s360.iid.verify.exchange.Exchange;
import java.util.Locale;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An exchange, and what is needed to judge it.
 *
 * @param operation null if the contract has none for the request
 * @param sent the body of the request; null if it is not JSON
 */
record Seen(
        Contract contract,
        Schemas schemas,
        Exchange exchange,
        @Nullable Operation operation,
        @Nullable JsonNode sent,
        Discretion discretion) {

    int status() {
        return exchange.response().status();
    }

    boolean isHead() {
        return exchange.request().method().equals("HEAD");
    }

    Shape shapeOf(JsonNode value) {
        return shapeOf(value, (pointer, text) -> false);
    }

    Shape shapeOf(JsonNode value, BiPredicate<String, String> isTellable) {
        return new Shaping(discretion, isTellable).of(value);
    }

    /** Whether the request was granted. */
    boolean isGranted() {
        return status() >= 200 && status() < 300;
    }

    /** The name of the refusal in the answer, if it can be told; otherwise empty. */
    String refusal() {
        JsonNode body = exchange.response().json();
        String name = body == null ? "" : body.at("/desc/code").asString("");
        return discretion.isConstant(name) ? name : "";
    }

    /** What was answered, in a word or two. */
    String answer() {
        return (status() + " " + refusal()).strip().toUpperCase(Locale.ROOT);
    }
}
