package io.s360.iid.mock;

import io.s360.iid.mock.admin.AdminApi;
import io.s360.iid.mock.admin.ConsolePages;
import io.s360.iid.mock.answer.Offer;
import io.s360.iid.mock.answer.Served;
import io.s360.iid.mock.engine.Engine;
import io.s360.iid.mock.http.FrontDoor;
import io.s360.iid.mock.http.Misfits;
import io.s360.iid.mock.http.MockHttp;
import io.s360.iid.mock.http.Pages;
import io.s360.iid.mock.journal.Entry;
import io.s360.iid.mock.journal.Journal;
import io.s360.iid.mock.journal.Masking;
import io.s360.iid.mock.journal.RequestLog;
import io.s360.iid.mock.refusal.Secrets;
import io.s360.iid.mock.tenant.Reception;
import io.s360.iid.mock.tenant.Tenant;
import io.s360.iid.mock.tenant.Tenants;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
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
    private final Consumer<String> log;
    private final Tenants tenants;
    private final Engine engine;
    private final Journal journal = new Journal();
    private final AtomicBoolean isClosed = new AtomicBoolean();
    private final boolean hasFaultMode;
    private volatile Served served;
    private volatile Presentation presentation;

    private MockServer(MockOptions options) {
        this.bindAddress = options.bindAddress();
        this.log = options.log();
        this.hasFaultMode = options.hasFaultMode();
        this.served = options.offer().at(this::baseUri);
        this.presentation = Presentation.of(served, hasFaultMode, this::baseUri);
        this.tenants = new Tenants(served, options.clock(), options.ids(), journal::forget);
        tenants.use(Tenant.DEFAULT); // whose demo data are as old as the mock
        this.engine = new Engine(new Engine.Setting(
                journal, this::secrets, presentation.stubs(), this::reset, this::close, options.log()));
        Reception reception = new Reception(journal, new Masking(this::secrets), new RequestLog(options.log()));
        FrontDoor door = new FrontDoor(
                () -> served,
                tenants,
                reception,
                engine,
                pages(),
                new FrontDoor.Rights(options.isAdminOpen(), options.hasFaultMode()));
        this.http = new MockHttp(door, new Misfits(() -> served), engine, options.port(), bindAddress);
    }

    private Pages pages() {
        AdminApi.Setting setting = new AdminApi.Setting(
                () -> presentation.mock(),
                () -> presentation.catalogue(),
                () -> presentation.lifecycle(),
                hasFaultMode);
        return new AdminApi(setting, tenants, journal).or(new ConsolePages());
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

    /** What it serves now. */
    Served served() {
        return served;
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

    /** Nobody of this name is left, and nothing of what was said to them. */
    public void forget(String tenant) {
        tenants.forget(tenant);
    }

    /** The last requests of a tenant, the newest first, without their secrets. */
    public List<Entry> requests(String tenant) {
        return journal.newestFirst(tenant, 0);
    }

    /** Serves something else from now on. All tenants keep their resources, as far as these still exist; the user's own stubs stay. */
    public synchronized void serve(Offer offer) {
        Served changed = offer.at(this::baseUri);
        tenants.serve(changed)
                .forEach((tenant, dropped) -> dropped.forEach(what -> log.accept("~" + tenant + " loses " + what)));
        served = changed;
        presentation = Presentation.of(changed, hasFaultMode, this::baseUri);
        engine.serve(presentation.stubs());
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

    private Secrets secrets() {
        return served.secrets();
    }
}
