package io.s360.iid.verify.judge;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.schema.Schemas;
import io.s360.iid.contract.source.Clause;
import io.s360.iid.verify.cases.Case;
import io.s360.iid.verify.exchange.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Looks at the headers of a response, which the independent validator does not do closely enough. */
final class HeaderJudge {

    private final Contract contract;
    private final Schemas schemas;

    HeaderJudge(Contract contract) {
        this.contract = contract;
        this.schemas = Schemas.ofOpenApi(contract.root());
    }

    List<Deviation> deviations(Case tried, Exchange exchange) {
        List<Deviation> found = new ArrayList<>();
        tried.expected().headers().forEach((name, header) -> checkDeclared(name, header, exchange, found));
        checkMediaType(exchange, found);
        checkTrace(tried, exchange, found);
        checkAllow(tried, exchange, found);
        checkSecrets(exchange, found);
        return found;
    }

    private void checkDeclared(String name, Clause header, Exchange exchange, List<Deviation> found) {
        List<String> values = exchange.response().header(name);
        boolean required = header.get("required").value().booleanValue();
        if (values.size() != 1) {
            if (required || !values.isEmpty()) {
                found.add(new Deviation("header " + name, "one", String.valueOf(values.size())));
            }
            return;
        }
        Clause schema = header.get("schema");
        schemas.violations(typed(values.get(0), schema), schema, "header")
                .forEach(violation -> found.add(
                        new Deviation("header " + name, violation.expected(), violation.problem(), violation.rule())));
    }

    private static JsonNode typed(String value, Clause schema) {
        boolean number = schema.get("type").text().equals("integer") && value.matches("-?[0-9]{1,18}");
        return number
                ? JsonNodeFactory.instance.numberNode(Long.parseLong(value))
                : JsonNodeFactory.instance.stringNode(value);
    }

    /** A body without its media type, or of another one, is not the contract's. Parameters are compared parsed. */
    private static void checkMediaType(Exchange exchange, List<Deviation> found) {
        List<String> types = exchange.response().header("Content-Type");
        String got = String.join(", ", types)
                .toLowerCase(Locale.ROOT)
                .replace(" ", "")
                .replace("\"", "");
        if (!exchange.request().method().equals("HEAD")
                && !Set.of("application/json", "application/json;charset=utf-8").contains(got)) {
            found.add(new Deviation("header Content-Type", "application/json", got.isEmpty() ? "none" : got));
        }
    }

    /** A usable trace id comes back as it was sent. */
    private void checkTrace(Case tried, Exchange exchange, List<Deviation> found) {
        String name = contract.headers().traceId();
        List<String> sent = exchange.request().headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(header -> header.value())
                .toList();
        List<String> came = exchange.response().header(name);
        boolean usable = sent.size() == 1 && isUsable(sent.get(0), tried, name);
        if (usable && !came.equals(sent)) {
            found.add(new Deviation("header " + name, "the trace id of the request", came.toString()));
        }
    }

    private boolean isUsable(String value, Case tried, String name) {
        return tried.operation().headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .allMatch(header -> schemas.violations(
                                JsonNodeFactory.instance.stringNode(value), header.schema(), "header")
                        .isEmpty());
    }

    private void checkAllow(Case tried, Exchange exchange, List<Deviation> found) {
        if (tried.expected().headers().keySet().stream().noneMatch(name -> name.equalsIgnoreCase("Allow"))) {
            return;
        }
        String allowed = contract.operationsAt(tried.operation().path()).stream()
                .map(Operation::method)
                .collect(Collectors.joining(", "));
        String got = String.join(", ", exchange.response().header("Allow"));
        if (!allowed.equals(got)) {
            found.add(new Deviation("header Allow", allowed, got));
        }
    }

    private void checkSecrets(Exchange exchange, List<Deviation> found) {
        String sent = exchange.request().header(contract.headers().clientKey());
        String key = sent.length() < 8 ? "" : sent; // a shorter one stands in many an answer by chance
        boolean inHeaders = exchange.response().headers().values().stream()
                .flatMap(List::stream)
                .anyMatch(value -> !key.isBlank() && value.contains(key));
        if (!key.isBlank() && (inHeaders || exchange.response().text().contains(key))) {
            found.add(new Deviation("secrets", "the key of the client nowhere in the answer", "it is repeated"));
        }
    }
}
