package io.s360.iid.mock.admin;

import io.s360.iid.mock.answer.Reply;
import io.s360.iid.mock.lifecycle.ResourceView;
import io.s360.iid.mock.lifecycle.Times;
import io.s360.iid.mock.lifecycle.UnusableState;
import io.s360.iid.mock.tenant.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What lives there. */
record StatePages(Guests guests) {

    private static final int MOST_SHOWN = 1_000;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    Map<String, Page> all() {
        return Map.of(
                "ListResources", this::list,
                "ExportState", visit -> Page.json(guests.of(visit).exportState()),
                "ImportState", visit -> change(() -> guests.of(visit).importState(visit.body())),
                "SeedState", visit -> change(() -> guests.of(visit).seed(visit.body())));
    }

    private static Reply change(Runnable change) {
        try {
            change.run();
            return Page.done();
        } catch (UnusableState unusable) {
            throw Problem.badRequest(unusable.sentence());
        }
    }

    private Reply list(Visit visit) {
        Tenant tenant = guests.of(visit);
        List<ResourceView> all = tenant.resources();
        ObjectNode list = JSON.objectNode()
                .put("now", Times.text(tenant.clock().instant()))
                .put("more", Math.max(0, all.size() - MOST_SHOWN));
        list.putArray("resources")
                .addAll(all.stream().limit(MOST_SHOWN).map(StatePages::toJson).toList());
        return Page.json(list);
    }

    private static ObjectNode toJson(ResourceView view) {
        return JSON.objectNode()
                .put("kind", view.kind())
                .put("id", view.id())
                .put("parent", view.parent())
                .put("owner", view.owner())
                .put("state", view.state())
                .put("reason", view.reason())
                .put("createdAt", Times.text(view.createdAt()))
                .put("expiresAt", text(view.expiresAt()))
                .put("maxExpiresAt", text(view.maxExpiresAt()))
                .put("lastExtendedAt", text(view.lastExtendedAt()))
                .put("endedAt", text(view.endedAt()));
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : Times.text(time);
    }
}
