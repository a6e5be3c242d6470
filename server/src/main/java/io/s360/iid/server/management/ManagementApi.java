package io.s360.iid.server.management;

import io.s360.iid.contract.Contract;
import io.s360.iid.server.client.Clients;
import io.s360.iid.server.session.ChildSessions;
import io.s360.iid.server.session.DisabledClients;
import io.s360.iid.server.session.EndReason;
import io.s360.iid.server.session.Lifespan;
import io.s360.iid.server.session.ParentSessions;
import io.s360.iid.server.session.SessionToken;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the portal and the operators can do. Each change is logged, without its secrets. */
public final class ManagementApi {

    private static final Logger LOG = LoggerFactory.getLogger(ManagementApi.class);
    private static final Set<String> PARENT_REASONS = Set.of(EndReason.LOGOUT.name(), EndReason.ADMIN.name());

    private final ParentSessions parents;
    private final ChildSessions children;
    private final DisabledClients disabled;
    private final Clients clients;
    private final Wanted wanted;

    public ManagementApi(
            ParentSessions parents,
            ChildSessions children,
            DisabledClients disabled,
            Clients clients,
            Contract contract) {
        this.parents = parents;
        this.children = children;
        this.disabled = disabled;
        this.clients = clients;
        this.wanted = new Wanted(contract);
    }

    /** Opens a parent session. This is the only answer that ever carries its token. */
    Reply openParentSession(byte[] body) {
        ParentSessions.Opened opened = parents.create(wanted.context(body));
        Lifespan lifespan = opened.session().lifespan();
        LOG.info("Opened a parent session");
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
        parents.end(new SessionToken(wanted.text(object, "sessionToken")), EndReason.valueOf(reason));
        LOG.info("Ended a parent session by {}", reason);
        return Reply.ok(Map.of("ended", true));
    }

    /** Ends a child session because an operator wants it. */
    Reply endChildSession(byte[] body) {
        UUID id = toId(wanted.text(wanted.object(body, Set.of("sessionId")), "sessionId"));
        children.end(id, EndReason.ADMIN);
        LOG.info("Ended the child session {} by ADMIN", id);
        return Reply.ok(Map.of("ended", true));
    }

    Reply disableClient(byte[] body) {
        return change(body, disabled::disable, "Disabled");
    }

    /** Lets a client in again that was disabled here; one that is disabled in the settings stays so. */
    Reply enableClient(byte[] body) {
        return change(body, disabled::enable, "Enabled");
    }

    private Reply change(byte[] body, Consumer<String> change, String done) {
        String clientId = wanted.text(wanted.object(body, Set.of("clientId")), "clientId");
        if (!clients.isKnown(clientId)) {
            throw new Refused(Reply.refused(404, "unknown-client", "There is no such client"));
        }
        change.accept(clientId);
        LOG.info("{} the client {}", done, clientId);
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
