package io.s360.iid.server.session.store;

import io.s360.iid.server.session.ChildSession;
import io.s360.iid.server.session.Lifespan;
import io.s360.iid.server.session.Look;
import io.s360.iid.server.session.NewMessage;
import io.s360.iid.server.session.ParentSession;
import io.s360.iid.server.session.SessionStore;
import io.s360.iid.server.session.SessionToken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Sessions in a database that speaks SQL over JDBC. Each method that changes a session is one statement, or one script of
 * them. Where a parent and a child change together, the row of the parent is taken first, so that callers do not wait for
 * each other in a circle.
 */
public final class JdbcSessionStore implements SessionStore {

    private final Database database;
    private final Attempts attempts;
    private final Looks looks;
    private final ParentRows parents;
    private final ChildRows children;
    private final ChildEnds childEnds;
    private final MessageRows messages;
    private final DisabledClientRows disabled;

    /** @param open whether its tables are what this version expects; until then it is unavailable */
    JdbcSessionStore(Database database, BooleanSupplier open) {
        this.database = database;
        this.attempts = new Attempts(open);
        this.looks = new Looks(database);
        this.parents = new ParentRows(database);
        this.children = new ChildRows(database);
        this.childEnds = new ChildEnds(database);
        this.messages = new MessageRows(database);
        this.disabled = new DisabledClientRows(database.client());
    }

    /**
     * To be called before all else: whatever has been written is past, whatever the clock of this machine says; and what is
     * free in the file can be used.
     */
    public void takeOver() {
        change(() -> {
            database.clock().learnPast(database.client());
            database.reuseSpace();
            return true;
        });
    }

    @Override
    public Instant now() {
        return attempts.of(() -> database.clock().now(database.client()));
    }

    @Override
    public Optional<Look> look(SessionToken.Hash token) {
        return attempts.of(() -> looks.at(token));
    }

    @Override
    public Optional<Look> look(SessionToken.Hash token, UUID childId) {
        return attempts.of(() -> looks.at(token, childId));
    }

    @Override
    public Optional<Look> look(UUID childId) {
        return attempts.of(() -> looks.at(childId));
    }

    @Override
    public void settleExpiry(Look seen) {
        if (seen.isParentOverdue()) {
            change(() -> database.expire(ParentRows.TABLE, seen.parent().id(), seen.at()));
        }
        ChildSession child = seen.child();
        if (child != null && seen.isChildOverdue()) {
            change(() -> database.expire(ChildRows.TABLE, child.id(), seen.at()));
        }
    }

    @Override
    public boolean addParent(ParentSession parent) {
        return change(() -> parents.add(parent));
    }

    @Override
    public boolean addChild(ChildSession child) {
        return change(() -> children.add(child));
    }

    @Override
    public Opening openChild(ChildSession child, Extension ofParent, ChildLimits limits) {
        return change(() -> children.open(child, ofParent, limits));
    }

    @Override
    public Optional<Refreshed> refreshChild(
            UUID id, Extension ofChild, Extension ofParent, Instant parentUnextendedSince) {
        return change(() -> children.refresh(id, ofChild, ofParent, parentUnextendedSince));
    }

    @Override
    public boolean endChild(UUID id, Lifespan.Ending ending) {
        return change(() -> childEnds.end(id, ending));
    }

    @Override
    public boolean endParent(UUID id, Lifespan.Ending ending) {
        return change(() -> parents.end(id, ending));
    }

    @Override
    public Optional<Integer> addMessages(UUID childId, List<UUID> ids, List<NewMessage> texts, int limit, Instant at) {
        return change(() -> messages.add(childId, ids, texts, limit, at));
    }

    @Override
    public Optional<Instant> endChildrenOf(String clientId, Lifespan.Ending ending, Instant expiringAfter, int about) {
        Optional<Instant> last = attempts.of(() -> childEnds.lastExpiryOf(clientId, expiringAfter, about));
        last.ifPresent(until -> change(() -> childEnds.endAllOf(clientId, ending, expiringAfter, until)));
        return last;
    }

    @Override
    public void disableClient(String clientId, Instant at) {
        change(() -> disabled.add(clientId, at));
    }

    @Override
    public void enableClient(String clientId) {
        change(() -> disabled.remove(clientId));
    }

    @Override
    public Set<String> disabledClients() {
        return attempts.of(disabled::all);
    }

    @Override
    public int forgetChildren(Instant expiredBy, int atMost) {
        return change(() -> childEnds.forget(expiredBy, atMost));
    }

    @Override
    public int forgetParents(Instant expiredBy, int atMost) {
        return change(() -> parents.forget(expiredBy, atMost));
    }

    private <T> T change(Supplier<T> work) {
        return attempts.of(() -> database.writers().take(work));
    }
}
