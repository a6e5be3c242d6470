package io.s360.iid.server.management;

import io.s360.iid.contract.Contract;
import io.s360.iid.server.audit.Audit;
import io.s360.iid.server.client.Clients;
import io.s360.iid.server.session.ChildSessions;
import io.s360.iid.server.session.DisabledClients;
import io.s360.iid.server.session.EndReason;
import io.s360.iid.server.session.Lifespan;
import io.s360.iid.server.session.ParentSessions;
import io.s360.iid.server.session.SessionToken;
import io.s360.iid.server.sight.Fingerprint;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import tools.jackson.databind.node.ObjectNode;

/** What the portal and the operators can do. Each change is in the audit, once the store has acknowledged it. */
public final class ManagementApi {

    private static final Set<String> PARENT_REASONS = Set.of(EndReason.LOGOUT.name(), EndReason.ADMIN.name());

    private final ParentSessions parents;
    private final ChildSessions children;
    private final DisabledClients disabled;
    private final Clients clients;
    private final Wanted wanted;
    private final Audit audit;

    public ManagementApi(
            ParentSessions parents,
            ChildSessions children,
            DisabledClients disabled,
            Clients clients,
            Contract contract,
            Audit audit) {
        this.parents = parents;
        this.children = children;
        this.disabled = disabled;
        this.clients = clients;
        this.wanted = new Wanted(contract);
        this.audit = audit;
    }

    /** Opens a parent session. This is the only answer that ever carries its token. */
    Reply openParentSession(byte[] body) {
        ParentSessions.Opened opened = parents.create(wanted.context(body));
        Lifespan lifespan = opened.session().lifespan();
        audit.record(
                "OpenParentSession",
                Map.of("parent", Fingerprint.of(opened.token()).hex()));
        return Reply.created(Map.of(
                "sessionToken", opened.token().value(),
                "createdAt", lifespan.createdAt().toString(),
                "expiresAt", lifespan.expiresAt().toString(),
                "maxExpiresAt", lifespan.maxExpiresAt().toString()));
    }

    /** Ends a parent session because the person has left it, or because an operator wants it. */
    Reply endParentSession(byte[] body) {
        ObjectNode object = wanted.object(body, Set.of("sessionToken", "reason"));
        String reason = wanted.text(object, "reason");
        if (!PARENT_REASONS.contains(reason)) {
            throw Wanted.invalid("The reason must be one of " + PARENT_REASONS);
        }
        SessionToken token = new SessionToken(wanted.text(object, "sessionToken"));
        parents.end(token, EndReason.valueOf(reason));
        audit.record("EndParentSession", Map.of("parent", Fingerprint.of(token).hex(), "reason", reason));
        return Reply.ok(Map.of("ended", true));
    }

    /** Ends a child session because an operator wants it. */
    Reply endChildSession(byte[] body) {
        UUID id = toId(wanted.text(wanted.object(body, Set.of("sessionId")), "sessionId"));
        children.end(id, EndReason.ADMIN);
        audit.record("EndChildSession", Map.of("session", Fingerprint.of(id).hex(), "reason", EndReason.ADMIN.name()));
        return Reply.ok(Map.of("ended", true));
    }

    Reply disableClient(byte[] body) {
        return change(body, disabled::disable, "DisableClient");
    }

    /** Lets a client in again that was disabled here; one that is disabled in the settings stays so. */
    Reply enableClient(byte[] body) {
        return change(body, disabled::enable, "EnableClient");
    }

    private Reply change(byte[] body, BiConsumer<String, Runnable> change, String action) {
        String clientId = wanted.text(wanted.object(body, Set.of("clientId")), "clientId");
        if (!clients.isKnown(clientId)) {
            throw new Refused(Reply.refused(404, "unknown-client", "There is no such client"));
        }
        change.accept(clientId, () -> audit.record(action, Map.of("client", clientId)));
        return Reply.ok(Map.of("clientId", clientId, "enabled", clients.isEnabled(clientId)));
    }

    private static UUID toId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noUuid) {
            throw Wanted.invalid("The member sessionId must be a UUID");
        }
    }
}
