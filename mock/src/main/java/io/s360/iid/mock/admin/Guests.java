package io.s360.iid.mock.admin;

import io.s360.iid.mock.tenant.Tenant;
import io.s360.iid.mock.tenant.Tenants;

/** The tenants that visits name. */
record Guests(Tenants tenants) {

    /**
     * The tenant of a visit, made if it was not there.
     *
     * @throws Problem if no tenant has such a name for longer than a request
     */
    Tenant of(Visit visit) {
        checkName(visit);
        if (visit.tenant().equals(Tenants.NEW)) {
            throw Problem.badRequest("the tenant " + Tenants.NEW + " lives for one request only");
        }
        return tenants.use(visit.tenant());
    }

    /** @throws Problem if no tenant can have such a name */
    static void checkName(Visit visit) {
        if (!Tenants.isName(visit.tenant())) {
            throw Problem.badRequest("no tenant has such a name; a name is " + Tenants.NAMES);
        }
    }
}
