package io.s360.iid.verify.exchange;

import io.s360.iid.contract.Contract;
import io.s360.iid.mock.MockOptions;
import io.s360.iid.mock.MockServer;
import io.s360.iid.server.S360Server;
import io.s360.iid.server.session.SessionStore;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/**
 * The kit's own mock and server, started on free ports in this process, with the demo data and at the same time. The
 * clock that is given is the server's; each tenant of the mock has one of its own.
 */
public final class HouseTargets implements AutoCloseable {

    private final MockServer mock;
    private final S360Server server;
    private final Target mockTarget;
    private final Target serverTarget;

    private HouseTargets(Contract contract, AdjustableClock clock, UnaryOperator<SessionStore> before) {
        FailingStore failing = new FailingStore();
        AtomicReference<SessionStore> store = new AtomicReference<>();
        this.mock = MockServer.start(MockOptions.of(contract).withClock(new AdjustableClock(clock)));
        this.server = S360Server.start(S360Server.Options.defaults()
                .withContract(contract)
                .withClock(clock)
                .withDemo()
                .withPort(0)
                .with("logging.level.access=off")
                .with("logging.level.audit=off")
                .withStore(original -> {
                    store.set(original);
                    return failing.before(before.apply(original));
                }));
        this.mockTarget = new MockTarget(LiveTarget.at("mock", mock.baseUri(), contract), contract, clock.instant());
        this.serverTarget = new ServerTarget(
                server.baseUri(), failing, new ServerBackstage(Objects.requireNonNull(store.get()), clock));
    }

    /** Both, at a time that stands still: that of the system. */
    public static HouseTargets start(Contract contract) {
        return start(contract, new AdjustableClock(InstantSource.system()));
    }

    /** Both, at the time of a clock, which stays the server's. */
    public static HouseTargets start(Contract contract, AdjustableClock clock) {
        return start(contract, clock, UnaryOperator.identity());
    }

    /** Both, with something between the server and its store, such as one that forgets a rule. */
    public static HouseTargets start(Contract contract, AdjustableClock clock, UnaryOperator<SessionStore> before) {
        return new HouseTargets(contract, clock, before);
    }

    public Target mock() {
        return mockTarget;
    }

    public Target server() {
        return serverTarget;
    }

    @Override
    public void close() {
        mock.close();
        server.close();
    }

    /** The mock, whose findings can be seen again on one that {@code ./s360 mock} starts. */
    private record MockTarget(Target mock, Contract contract, Instant now) implements Target {

        @Override
        public String name() {
            return mock.name();
        }

        @Override
        public URI baseUri() {
            return mock.baseUri();
        }

        @Override
        public boolean isOwn() {
            return true;
        }

        @Override
        public URI lastingUri() {
            return URI.create("http://localhost:4010");
        }

        @Override
        public Optional<UnaryOperator<Request>> provoke(Fault fault) {
            return mock.provoke(fault);
        }

        @Override
        public Optional<Backstage> backstage() {
            return MockBackstage.at(baseUri(), lastingUri(), contract, now);
        }
    }

    /** The server, whose store can be made to fail, and whose findings can be seen again on one that {@code ./s360 server} starts. */
    private record ServerTarget(URI baseUri, FailingStore store, Backstage stage) implements Target {

        @Override
        public String name() {
            return "server";
        }

        @Override
        public boolean isOwn() {
            return true;
        }

        @Override
        public URI lastingUri() {
            return URI.create("http://localhost:8080");
        }

        @Override
        public Optional<UnaryOperator<Request>> provoke(Fault fault) {
            store.fail(fault);
            return Optional.of(UnaryOperator.identity());
        }

        @Override
        public void recover() {
            store.recover();
        }

        @Override
        public Optional<Backstage> backstage() {
            return Optional.of(stage);
        }
    }
}
