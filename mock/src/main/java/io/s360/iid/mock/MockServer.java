package io.s360.iid.mock;

import io.s360.iid.mock.answer.ContractServed;
import io.s360.iid.mock.answer.Served;
import io.s360.iid.mock.engine.Engine;
import io.s360.iid.mock.http.FrontDoor;
import io.s360.iid.mock.http.Misfits;
import io.s360.iid.mock.http.MockHttp;
import io.s360.iid.mock.journal.Journal;
import io.s360.iid.mock.journal.Masking;
import io.s360.iid.mock.journal.RequestLog;
import io.s360.iid.mock.journal.Secrets;
import io.s360.iid.mock.stub.ContractStubs;
import io.s360.iid.mock.tenant.Reception;
import io.s360.iid.mock.tenant.Tenant;
import io.s360.iid.mock.tenant.Tenants;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A running mock: the contract's operations over HTTP, with the contract's demo data and its life-cycle. Several can run in one
 * process; they share nothing.
 */
public final class MockServer implements AutoCloseable {

    /** Where one listens to be reached everywhere, but where nobody can be called. */
    private static final Set<String> ANY_ADDRESS = Set.of("0.0.0.0", "::");

    private final MockHttp http;
    private final @Nullable String bindAddress;
    private final Tenants tenants;
    private final Journal journal = new Journal();
    private final AtomicBoolean isClosed = new AtomicBoolean();

    private MockServer(MockOptions options) {
        this.bindAddress = options.bindAddress();
        Served served = new ContractServed(options.contract(), this::baseUri);
        this.tenants = new Tenants(served, options.clock(), options.ids(), journal::forget);
        tenants.use(Tenant.DEFAULT); // whose demo data are as old as the mock
        Secrets secrets = new Secrets(options.contract());
        Engine engine = new Engine(new Engine.Setting(
                journal, secrets, new ContractStubs(options.contract()), this::reset, this::close, options.log()));
        Reception reception = new Reception(journal, new Masking(secrets), new RequestLog(options.log()));
        FrontDoor door = new FrontDoor(
                () -> served,
                tenants,
                reception,
                engine,
                (request, isAdmitted) -> Optional.empty(),
                options.isAdminOpen());
        this.http = new MockHttp(door, new Misfits(() -> served), engine, options.port(), bindAddress);
    }

    /**
     * Starts a mock, which is ready when this returns.
     *
     * @throws CannotListen if the address or the port cannot be had
     */
    public static MockServer start(MockOptions options) {
        MockServer server = new MockServer(options);
        try {
            server.http.start();
            return server;
        } catch (IOException taken) {
            server.close();
            throw new CannotListen(options.port(), options.bindAddress(), taken);
        }
    }

    /** The port that it listens at. */
    public int port() {
        return http.port();
    }

    /** Where the paths of the contract begin; without a slash at its end. */
    public URI baseUri() {
        String host = bindAddress == null || ANY_ADDRESS.contains(bindAddress) ? "localhost" : bindAddress;
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port());
    }

    /** WireMock's admin API. */
    public URI adminUri() {
        return URI.create(baseUri() + "/__admin");
    }

    /** The tenant of this name; made if it was not there. */
    public Tenant tenant(String name) {
        return tenants.use(name);
    }

    /** All tenants back to the demo data of the contract. Stubs and journal stay; {@code POST /__admin/reset} resets them as well. */
    public void reset() {
        tenants.all().forEach(Tenant::reset);
    }

    /** Stops it; does nothing if it has stopped. */
    @Override
    public void close() {
        if (isClosed.compareAndSet(false, true)) {
            http.stop();
        }
    }
}
