package io.s360.iid.server.session.store;

import io.s360.iid.server.session.ChildSession;
import io.s360.iid.server.session.EndReason;
import io.s360.iid.server.session.Lifespan;
import io.s360.iid.server.session.NewMessage;
import io.s360.iid.server.session.ParentSession;
import io.s360.iid.server.session.SessionStore;
import io.s360.iid.server.session.SessionToken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sessions in a database that speaks SQL over JDBC. Where a parent and a child change together, the row of the parent is
 * taken first, so that callers do not wait for each other in a circle.
 */
public final class JdbcSessionStore implements SessionStore {

    private final Transactions transactions;
    private final ParentRows parents;
    private final ChildRows children;
    private final MessageRows messages;
    private final DisabledClientRows disabled;

    JdbcSessionStore(JdbcOperations operations, TransactionOperations transactions) {
        this.transactions = new Transactions(transactions);
        JdbcClient jdbc = JdbcClient.create(operations);
        this.parents = new ParentRows(jdbc);
        this.children = new ChildRows(jdbc);
        this.messages = new MessageRows(operations);
        this.disabled = new DisabledClientRows(jdbc);
    }

    @Override
    public Optional<ParentSession> findParent(SessionToken.Hash token) {
        return transactions.one(() -> parents.find(token));
    }

    @Override
    public Optional<ChildSession> findChild(UUID id) {
        return transactions.one(() -> children.find(id));
    }

    @Override
    public boolean addParent(ParentSession parent) {
        return transactions.one(() -> parents.add(parent));
    }

    @Override
    public boolean addChild(ChildSession child) {
        return transactions.one(() -> children.add(child));
    }

    @Override
    public Opening openChild(ChildSession child, Extension ofParent, ChildLimits limits) {
        return transactions.allOrNone(
                () -> {
                    if (!parents.extend(child.parent().id(), ofParent)) {
                        return Opening.PARENT_NOT_ACTIVE;
                    }
                    if (!children.hasRoom(child.parent().id(), child.clientId(), ofParent.at(), limits)) {
                        return Opening.AT_LIMIT;
                    }
                    return keep(child);
                },
                opening -> opening == Opening.OPENED);
    }

    @Override
    public Optional<ChildSession> refreshChild(
            UUID id, Extension ofChild, Extension ofParent, Instant parentUnextendedSince) {
        return transactions.allOrNone(
                () -> {
                    parents.extendParentOf(id, ofParent, parentUnextendedSince);
                    return children.extend(id, ofChild) ? children.find(id) : Optional.empty();
                },
                Optional::isPresent);
    }

    @Override
    public boolean endChild(UUID id, Lifespan.Ending ending) {
        return transactions.one(() -> children.end(id, ending));
    }

    @Override
    public boolean endParent(UUID id, Lifespan.Ending ending) {
        return transactions.allOrNone(
                () -> {
                    boolean ended = parents.end(id, ending);
                    if (ended) {
                        children.endAllUnder(id, new Lifespan.Ending(ending.at(), EndReason.PARENT_ENDED));
                    }
                    return ended;
                },
                ended -> ended);
    }

    @Override
    public Optional<Integer> addMessages(UUID childId, List<UUID> ids, List<NewMessage> texts, int limit, Instant at) {
        return transactions.allOrNone(
                () -> {
                    Optional<Integer> count = children.countUp(childId, texts.size(), limit, at);
                    Optional<Integer> first = count.map(all -> all - texts.size() + 1);
                    first.ifPresent(sequence -> messages.add(childId, sequence, ids, texts, at));
                    return first;
                },
                Optional::isPresent);
    }

    @Override
    public void endChildrenOf(String clientId, Lifespan.Ending ending) {
        transactions.one(() -> children.endAllOf(clientId, ending));
    }

    @Override
    public void disableClient(String clientId, Instant at) {
        transactions.one(() -> disabled.add(clientId, at));
    }

    @Override
    public void enableClient(String clientId) {
        transactions.one(() -> disabled.remove(clientId));
    }

    @Override
    public Set<String> disabledClients() {
        return transactions.one(disabled::all);
    }

    @Override
    public int forget(Instant expiredBy, int atMost) {
        return transactions.allOrNone(
                () -> children.forget(expiredBy, atMost) + parents.forget(expiredBy, atMost), forgotten -> true);
    }

    private Opening keep(ChildSession child) {
        if (!children.add(child)) {
            throw new IllegalStateException("The same id has been made twice");
        }
        return Opening.OPENED;
    }
}
