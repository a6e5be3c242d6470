package io.s360.iid.mock.tenant;

import io.s360.iid.mock.answer.Answered;
import io.s360.iid.mock.answer.MockRequest;
import io.s360.iid.mock.answer.Reply;
import io.s360.iid.mock.journal.Entry;
import io.s360.iid.mock.journal.Journal;
import io.s360.iid.mock.journal.Masking;
import io.s360.iid.mock.journal.RequestLog;
import io.s360.iid.mock.refusal.Account;
import io.s360.iid.mock.refusal.Reason;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes every request to its tenant, and keeps and tells what came of it. Safe for use by several threads. */
public final class Reception {

    /** The header of a refusal that leads to all that the mock has to say about it (RFC 8288). */
    public static final String LINK = "Link";

    private final Journal journal;
    private final Masking masking;
    private final RequestLog log;

    private final @Nullable Reason remark;

    public Reception(Journal journal, Masking masking, RequestLog log) {
        this(journal, masking, log, null);
    }

    private Reception(Journal journal, Masking masking, RequestLog log, @Nullable Reason remark) {
        this.journal = journal;
        this.masking = masking;
        this.log = log;
        this.remark = remark;
    }

    /** The same, which has one thing more to say of every answer. */
    public Reception remarking(Reason said) {
        return new Reception(journal, masking, log, said);
    }

    /**
     * The answer of a tenant's world.
     *
     * @param throughStubs whether WireMock has seen the request
     * @throws java.io.UncheckedIOException if the body of the request does not arrive
     */
    public Reply receive(MockRequest request, Tenant tenant, boolean throughStubs) {
        return note(request, tenant, tenant.answer(request), throughStubs);
    }

    /** Keeps an answer that did not come from the tenant's world; gives it as it is to go out. */
    public Reply note(MockRequest request, Tenant tenant, Answered plain, boolean throughStubs) {
        Answered answered = remark == null ? plain : plain.remarking(remark);
        long number = journal.nextNumber(tenant.name());
        Reply reply = withLink(answered, tenant, number);
        Entry entry = new Entry(
                tenant.name(),
                number,
                tenant.clock().instant(),
                request.method(),
                masking.target(request.path(), request.query()),
                masking.headers(request),
                masking.body(request, answered.body()),
                reply.status(),
                reply.headers(),
                reply.body(),
                answered.traceId(),
                answered.account(),
                throughStubs);
        journal.add(entry);
        log.tell(entry);
        return reply;
    }

    /** Keeps that one of the user's own stubs has answered. */
    public void noteStubbed(MockRequest request, Tenant tenant, int status) {
        Account account = new Account(Account.Kind.STUBBED, null, null, List.of(), null);
        note(request, tenant, new Answered(new Reply(status, Map.of(), ""), account, "", null), true);
    }

    private static Reply withLink(Answered answered, Tenant tenant, long number) {
        return switch (answered.account().kind()) {
            case GRANTED, STUBBED -> answered.reply();
            default ->
                answered.reply()
                        .with(LINK, "</__mock/tenants/" + tenant.name() + "/requests/" + number + ">; rel=\"help\"");
        };
    }
}
