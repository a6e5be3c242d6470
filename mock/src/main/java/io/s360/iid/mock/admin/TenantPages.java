package io.s360.iid.mock.admin;

import io.s360.iid.mock.answer.Reply;
import io.s360.iid.mock.journal.Journal;
import io.s360.iid.mock.lifecycle.Times;
import io.s360.iid.mock.tenant.Tenant;
import io.s360.iid.mock.tenant.Tenants;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Who is there. */
record TenantPages(Tenants tenants, Guests guests, Journal journal) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    Map<String, Page> all() {
        return Map.of(
                "ListTenants",
                visit -> list(),
                "GetTenant",
                visit -> Page.json(toJson(guests.of(visit))),
                "ForgetTenant",
                this::forget,
                "ResetTenant",
                this::reset);
    }

    private Reply list() {
        ObjectNode list = JSON.objectNode();
        tenants.all().forEach(tenant -> list.withArray("tenants").add(toJson(tenant)));
        return Page.json(list);
    }

    private Reply forget(Visit visit) {
        Guests.checkName(visit);
        tenants.forget(visit.tenant());
        return Page.done();
    }

    private Reply reset(Visit visit) {
        Tenant tenant = guests.of(visit);
        tenant.reset();
        journal.forget(tenant.name());
        return Page.done();
    }

    private ObjectNode toJson(Tenant tenant) {
        return JSON.objectNode()
                .put("name", tenant.name())
                .put("now", Times.text(tenant.clock().instant()))
                .put("frozen", tenant.clock().isFrozen())
                .put("requests", journal.count(tenant.name()))
                .put("resources", tenant.size())
                .put("lastUsedAt", Times.text(tenant.lastUsedAt()))
                .put("faulty", !tenant.faults().plan().isNone());
    }
}
