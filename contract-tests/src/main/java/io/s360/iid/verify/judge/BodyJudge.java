package io.s360.iid.verify.judge;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Resource;
import io.s360.iid.contract.schema.Schemas;
import io.s360.iid.contract.source.Pointers;
import io.s360.iid.verify.cases.Case;
import io.s360.iid.verify.exchange.Exchange;
import io.s360.iid.verify.exchange.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds a body against the named example: what is not live must be equal to it, what is live must keep the schema and,
 * where the request says what it must be, be that.
 */
final class BodyJudge {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Contract contract;
    private final Schemas schemas;

    BodyJudge(Contract contract) {
        this.contract = contract;
        this.schemas = Schemas.ofOpenApi(contract.root());
    }

    List<Deviation> deviations(Case tried, Exchange exchange) {
        JsonNode body = exchange.response().json();
        if (body == null) {
            return List.of(new Deviation("body", "one JSON text", "something else"));
        }
        List<Deviation> found = new ArrayList<>();
        Map<String, Decision.LiveValue> live =
                tried.decision() == null ? Map.of() : tried.decision().live();
        compare("", tried.expected().body(), body, live, found);
        live.forEach((pointer, value) -> compareWithRequest(pointer, value, body, exchange.request(), tried, found));
        schemas.violations(body, tried.expected().schema(), "schema").stream()
                .map(violation -> new Deviation(
                        "body " + violation.where(), violation.expected(), violation.problem(), violation.rule()))
                .filter(deviation ->
                        found.stream().noneMatch(known -> known.aspect().equals(deviation.aspect())))
                .forEach(found::add);
        return found;
    }

    private void compare(
            String pointer,
            JsonNode expected,
            JsonNode got,
            Map<String, Decision.LiveValue> live,
            List<Deviation> found) {
        if (live.containsKey(pointer.replaceAll("/[0-9]+(?=/|$)", "/*")) || live.containsKey(pointer)) {
            return;
        }
        if (expected.isObject() && got.isObject()) {
            Set<String> names = new TreeSet<>(expected.propertyNames());
            names.addAll(got.propertyNames());
            names.forEach(name ->
                    compareMember(Pointers.child(pointer, name), expected.get(name), got.get(name), live, found));
        } else if (expected.isArray()
                && got.isArray()
                && live.keySet().stream().anyMatch(at -> at.startsWith(pointer + "/*"))) {
            for (int index = 0; index < got.size(); index++) {
                compare(pointer + "/" + index, expected.get(0), got.get(index), live, found);
            }
        } else if (!expected.equals(got)) {
            found.add(new Deviation("body " + pointer, expected.toString(), got.toString()));
        }
    }

    private void compareMember(
            String pointer,
            @Nullable JsonNode expected,
            @Nullable JsonNode got,
            Map<String, Decision.LiveValue> live,
            List<Deviation> found) {
        if (expected == null || got == null) {
            found.add(new Deviation("body " + pointer, shown(expected), shown(got)));
        } else {
            compare(pointer, expected, got, live, found);
        }
    }

    private static String shown(@Nullable JsonNode value) {
        return value == null ? "no such member" : value.toString();
    }

    /** A key that the request named, and the client that sent it, come back as they were. */
    private void compareWithRequest(
            String pointer,
            Decision.LiveValue value,
            JsonNode body,
            Request request,
            Case tried,
            List<Deviation> found) {
        String expected = null;
        if (value.attribute().equals("owner")) {
            expected = request.header(contract.headers().clientId());
        }
        for (Resource subject : tried.operation().subjects()) {
            if (value.resource().equals(subject.name()) && value.attribute().equals(subject.key())) {
                expected = JSON.readTree(request.body())
                        .path(subject.key())
                        .asString("")
                        .toLowerCase(Locale.ROOT);
            }
        }
        if (expected != null && !expected.equals(body.at(pointer).asString(""))) {
            found.add(
                    new Deviation("body " + pointer, expected, body.at(pointer).toString()));
        }
    }
}
