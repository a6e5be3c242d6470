package io.s360.iid.mock.junit;

import io.s360.iid.mock.MockServer;
import io.s360.iid.mock.fault.FaultPlan;
import io.s360.iid.mock.journal.Entry;
import io.s360.iid.mock.tenant.Tenant;
import io.s360.iid.mock.tenant.TenantClock;
import java.net.URI;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The mock that one test sees. */
public final class MockTenant {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MockServer server;
    private final Tenant tenant;

    MockTenant(MockServer server, Tenant tenant) {
        this.server = server;
        this.tenant = tenant;
    }

    /** Where the paths of the contract begin for this test; without a slash at its end. */
    public URI baseUri() {
        return URI.create(server.baseUri() + "/~" + tenant.name());
    }

    /** To be set, advanced and frozen. */
    public TenantClock clock() {
        return tenant.clock();
    }

    /**
     * Adds resources, in the form of the contract's demo data.
     *
     * @param json an object with a list for each kind
     * @throws io.s360.iid.mock.lifecycle.UnusableState if they can't live here; none of them is there then
     */
    public void seed(String json) {
        tenant.seed(JSON.readTree(json));
    }

    /** What goes wrong from now on. */
    public void setFaults(FaultPlan faults) {
        tenant.faults().set(faults);
    }

    /** The requests of this test so far, the newest first, without their secrets. */
    public List<Entry> requests() {
        return server.requests(tenant.name());
    }

    /** Back to the start. */
    public void reset() {
        tenant.reset();
    }
}
