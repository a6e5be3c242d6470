package io.s360.iid.verify.fault;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import io.s360.iid.verify.exchange.Request;
import io.s360.iid.verify.exchange.Response;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A fault that a proxy puts in. On the {@link Occasion} that it states,
 *
 * <ul>
 *   <li>{@code request} is what is changed in the request before it is passed on,
 *   <li>{@code instead} is the id of an operation that is asked in place of the one that was meant, with the same request;
 *       only if that succeeds, the fault shows, otherwise the request is passed on as it is,
 *   <li>{@code besides} is the id of an operation that is asked as well, afterwards,
 *   <li>{@code asOwner} passes a request on in the name of whoever opened the session that it names,
 *   <li>{@code by} is the name of the answer that is given, {@code keeping} some members of the one that came,
 *   <li>{@code echo} is the name of a header of the request that the answer repeats in one of its own,
 *   <li>{@code change} is what is done to the answer.
 * </ul>
 */
final class ProxyFault implements Meddling {

    private final Contract contract;
    private final JsonNode fault;
    private final Occasion occasion;
    private final Map<String, Request> owners = new ConcurrentHashMap<>();

    ProxyFault(Contract contract, JsonNode fault) {
        this.contract = contract;
        this.fault = fault;
        this.occasion = new Occasion(contract, fault.path("when"));
    }

    @Override
    public Response meddle(Request request, Upstream upstream) {
        if (!occasion.isOf(request)) {
            return learning(request, upstream.send(request));
        }
        Response response;
        if (fault.has("instead")) {
            Response other =
                    upstream.send(elsewhere(request, fault.get("instead").asString()));
            if (other.status() >= 300) {
                return upstream.send(request);
            }
            response = other;
        } else {
            response = upstream.send(changed(request));
        }
        if (fault.has("besides")) {
            upstream.send(elsewhere(request, fault.get("besides").asString()));
        }
        return occasion.isOf(request, response) ? altered(request, response) : response;
    }

    private Response learning(Request request, Response response) {
        JsonNode body = response.json();
        if (fault.has("asOwner") && body != null && body.at("/data/sessionId").isString()) {
            owners.putIfAbsent(body.at("/data/sessionId").asString(), request);
        }
        return response;
    }

    private Request changed(Request request) {
        Request changed = new RequestSurgery(fault.path("request")).on(request);
        if (!fault.has("asOwner")) {
            return changed;
        }
        String text = changed.text();
        for (Map.Entry<String, Request> owner : owners.entrySet()) {
            if (text.contains(owner.getKey())) {
                for (String header : new String[] {
                    contract.headers().clientId(), contract.headers().clientKey()
                }) {
                    changed = changed.with(header, owner.getValue().header(header));
                }
            }
        }
        return changed;
    }

    private Request elsewhere(Request request, String id) {
        Operation other = contract.operation(id);
        return request.withTarget(other.path());
    }

    private Response altered(Request request, Response response) {
        Response altered = response;
        if (fault.has("by")) {
            JsonNode came = response.json();
            Answer answer =
                    occasion.answerOf(request, fault.get("by").asString()).orElseThrow();
            JsonNode body = answer.copyOfBody();
            for (JsonNode kept : fault.path("keeping")) {
                JsonPointer at = JsonPointer.compile(kept.asString());
                if (came != null && body.at(at.head()) instanceof ObjectNode parent) {
                    parent.set(at.last().getMatchingProperty(), came.at(at));
                }
            }
            altered = new Response(
                    answer.status(), response.headers(), body.toString().getBytes(StandardCharsets.UTF_8));
        }
        return new Surgery(fault.path("change")).on(echoing(request, altered));
    }

    private Response echoing(Request request, Response response) {
        if (!fault.has("echo")) {
            return response;
        }
        Map<String, List<String>> headers = new HashMap<>(response.headers());
        headers.put("x-debug", List.of(request.header(fault.get("echo").asString())));
        return new Response(response.status(), headers, response.body());
    }
}
