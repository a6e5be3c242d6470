package io.s360.iid.verify.cases;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Effect;
import io.s360.iid.contract.Given;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.Resource;
import io.s360.iid.verify.exchange.Exchange;
import io.s360.iid.verify.exchange.Request;
import io.s360.iid.verify.exchange.Stage;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes as many of a resource as there may be, so that one more is too many. */
final class Filling {

    private final Contract contract;
    private final Requests requests;
    private final Stagehand stagehand;

    Filling(Contract contract, Requests requests, Stagehand stagehand) {
        this.contract = contract;
        this.requests = requests;
        this.stagehand = stagehand;
    }

    /**
     * Makes more and more of a resource.
     *
     * @throws NotArranged if the target makes more than the limit, or refuses before it although nobody else could have
     *     made any
     */
    void fillUp(Stage stage, Operation operation, Resource resource, Demo.Client client, Map<String, String> keys) {
        Decision making = operation.decisions().stream()
                .filter(decision -> decision.then().contains(new Effect.Create(resource.name())))
                .findFirst()
                .orElseThrow(() -> new NotArranged(operation.id() + " makes no " + resource.name()));
        Request request = requests.of(operation, client, keys);
        Stagehand.Way way = new Stagehand.Way(operation, making);
        if (resource.listedIn() == null) {
            int there = stage.target().isOwn() ? seeded(resource, client, keys) : 0;
            fillOneByOne(stage, way, resource, client, request, there);
        } else {
            fillExactly(stage, way, resource, resource.listedIn(), request);
        }
    }

    /** How many are there from the start. */
    private int seeded(Resource resource, Demo.Client client, Map<String, String> keys) {
        return (int) contract.demo().seedsOf(resource.name()).stream()
                .filter(seed -> seed.standing().isActive() && client.id().equals(seed.owner()))
                .filter(seed -> Objects.equals(seed.parentKey(), keys.get(String.valueOf(resource.within()))))
                .count();
    }

    /** Others may have made some of those that are told by their keys, so it takes a refusal to know. */
    private void fillOneByOne(
            Stage stage, Stagehand.Way way, Resource resource, Demo.Client client, Request request, int there) {
        int limit = limitOf(resource);
        for (int made = there; made <= limit; made++) {
            Exchange exchange = stage.send(request);
            Decision full = rowAtLimit(way, resource);
            boolean isRefused = exchange.response().status() == full.answer().status();
            if (isRefused && stage.target().isOwn() && made < limit) {
                throw new NotArranged("no more than " + made + " of " + resource.name() + " were made", resource);
            }
            stage.note(way.operation(), isRefused ? full : way.decision(), exchange);
            if (exchange.response().status() != way.decision().answer().status()) {
                return;
            }
            stagehand.takeNote(stage, exchange, way, resource, client);
        }
        throw new NotArranged("more than " + limit + " of " + resource.name() + " were made", resource);
    }

    /** Nobody else has made any of what has no keys. */
    private void fillExactly(Stage stage, Stagehand.Way way, Resource resource, String member, Request request) {
        int limit = limitOf(resource);
        int atOnce = requests.sizeOf(request, member);
        for (int made = 0; made < limit; made += atOnce) {
            Exchange exchange = stage.send(requests.withItems(request, member, Math.min(atOnce, limit - made)));
            if (exchange.response().status()
                    == rowAtLimit(way, resource).answer().status()) {
                throw new NotArranged("no more than " + made + " of " + resource.name() + " were made", resource);
            }
            stage.note(way.operation(), way.decision(), exchange);
        }
    }

    private static int limitOf(Resource resource) {
        return resource.perOwner() != null ? resource.perOwner() : orZero(resource.perParent());
    }

    private static int orZero(@Nullable Integer limit) {
        return limit == null ? 0 : limit;
    }

    /** The row that refuses one more; the row that makes them if none does. */
    private static Decision rowAtLimit(Stagehand.Way way, Resource resource) {
        return way.operation().decisions().stream()
                .filter(decision -> decision.given().equals(new Given.AtLimit(resource.name())))
                .findFirst()
                .orElse(way.decision());
    }
}
