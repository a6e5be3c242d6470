package io.s360.iid.mock.stub;

import io.s360.iid.mock.answer.MockRequest;
import io.s360.iid.mock.answer.Reply;
import io.s360.iid.mock.tenant.Reception;
import io.s360.iid.mock.tenant.Tenant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way through WireMock, which hands on only its own copy of it. Asked for its answer, by a stub or because
 * WireMock cannot read such a request, it decides once and then says the same.
 */
public final class Exchange {

    private static final ThreadLocal<@Nullable Exchange> CURRENT = new ThreadLocal<>();

    private final Reception reception;
    private final MockRequest request;
    private final Tenant tenant;
    private @Nullable Reply reply;

    public Exchange(Reception reception, MockRequest request, Tenant tenant) {
        this.reception = reception;
        this.request = request;
        this.tenant = tenant;
    }

    /** The exchange whose request this thread serves; empty outside of one. */
    public static Optional<Exchange> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Makes this the exchange of this thread, until it is left. */
    public void enter() {
        CURRENT.set(this);
    }

    public void leave() {
        CURRENT.remove();
    }

    /** Whether somebody has asked for the answer. */
    public boolean isAnswered() {
        return reply != null;
    }

    /**
     * What the contract answers.
     *
     * @throws java.io.UncheckedIOException if the body of the request does not arrive
     */
    public Reply reply() {
        if (reply == null) {
            reply = reception.receive(request, tenant, true);
        }
        return reply;
    }
}
