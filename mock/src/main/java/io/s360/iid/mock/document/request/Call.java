package io.s360.iid.mock.document.request;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A request that means an operation.
 *
 * @param pathValues the values of the parameters in the path, decoded
 * @param query as sent; empty if there is none
 * @param headers the values of all headers of a name, whatever its case
 */
public record Call(
        Map<String, String> pathValues, String query, Function<String, List<String>> headers, Supplier<byte[]> body) {

    List<String> header(String name) {
        return headers.apply(name);
    }
}
