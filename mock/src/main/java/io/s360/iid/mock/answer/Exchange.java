package io.s360.iid.mock.answer;

import io.s360.iid.contract.request.IncomingRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way through WireMock, which hands on only its own copy of it. Asked for its answer, by a stub or because
 * WireMock cannot read such a request, it decides once and then says the same.
 */
public final class Exchange {

    private static final ThreadLocal<@Nullable Exchange> CURRENT = new ThreadLocal<>();

    private final Respondent respondent;
    private final IncomingRequest request;
    private @Nullable Reply reply;

    public Exchange(Respondent respondent, IncomingRequest request) {
        this.respondent = respondent;
        this.request = request;
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

    /**
     * What the contract answers.
     *
     * @throws java.io.UncheckedIOException if the body of the request does not arrive
     */
    public Reply reply() {
        if (reply == null) {
            reply = respondent.reply(request);
        }
        return reply;
    }
}
