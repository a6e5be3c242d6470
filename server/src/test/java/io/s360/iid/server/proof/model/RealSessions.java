package io.s360.iid.server.proof.model;

import io.s360.iid.server.session.Caller;
import io.s360.iid.server.session.ChildSession;
import io.s360.iid.server.session.ChildSessions;
import io.s360.iid.server.session.Context;
import io.s360.iid.server.session.DisabledClients;
import io.s360.iid.server.session.EndReason;
import io.s360.iid.server.session.Lifespan;
import io.s360.iid.server.session.Messages;
import io.s360.iid.server.session.NewMessage;
import io.s360.iid.server.session.ParentSessions;
import io.s360.iid.server.session.RandomSessionIds;
import io.s360.iid.server.session.SessionIds;
import io.s360.iid.server.session.SessionRefusal;
import io.s360.iid.server.session.SessionSettings;
import io.s360.iid.server.session.SessionStore;
import io.s360.iid.server.session.SessionToken;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** The sessions of the server, on a store. */
final class RealSessions implements Sessions {

    private static final NewMessage MESSAGE = new NewMessage("INFO", "Done", "تم", null);
    private static final Context CONTEXT = new Context(
            new Context.Person(
                    UUID.fromString("5b0c6f5e-0e0f-4f57-8f7f-6a1f8a2d9c01"),
                    new Context.BilingualText("Layla", "ليلى"),
                    "layla@example.com",
                    "971500000001",
                    "SOP3"),
            null,
            "en");

    private final ParentSessions parents;
    private final ChildSessions children;
    private final Messages messages;
    private final DisabledClients disabled;
    private final List<SessionToken> tokens = new ArrayList<>();
    private final List<UUID> ids = new ArrayList<>();

    RealSessions(SessionStore store, SessionSettings settings) {
        SessionIds names = new RandomSessionIds();
        parents = new ParentSessions(store, names, settings);
        children = new ChildSessions(store, names, settings);
        messages = new Messages(store, names, settings);
        disabled = new DisabledClients(store);
    }

    @Override
    public String openParent() {
        return told(() -> {
            ParentSessions.Opened opened = parents.create(CONTEXT);
            tokens.add(opened.token());
            return told(opened.session().lifespan());
        });
    }

    @Override
    public String endParent(int parent, String reason) {
        return told(() -> {
            parents.end(tokens.get(parent), EndReason.valueOf(reason));
            return "ended";
        });
    }

    @Override
    public String create(String client, int parent) {
        return told(() -> {
            ChildSession child = children.create(caller(client), tokens.get(parent));
            ids.add(child.id());
            return told(child.lifespan());
        });
    }

    @Override
    public String get(String client, int parent, int child) {
        return told(() -> told(
                children.get(caller(client), tokens.get(parent), ids.get(child)).lifespan()));
    }

    @Override
    public String refresh(String client, int parent, int child) {
        return told(() -> told(children.refresh(caller(client), tokens.get(parent), ids.get(child))
                .lifespan()));
    }

    @Override
    public String validate(String client, int parent, int child) {
        return told(() -> children.validate(caller(client), tokens.get(parent), ids.get(child))
                .map(found -> told(found.lifespan()))
                .orElse("not valid"));
    }

    @Override
    public String logout(String client, int parent, int child) {
        return told(() -> {
            children.logout(caller(client), tokens.get(parent), ids.get(child));
            return "ended";
        });
    }

    @Override
    public String addMessages(String client, int parent, int child, int number) {
        return told(() -> "from "
                + messages.add(caller(client), tokens.get(parent), ids.get(child), Collections.nCopies(number, MESSAGE))
                        .get(0)
                        .sequence());
    }

    @Override
    public String end(int child) {
        return told(() -> {
            children.end(ids.get(child), EndReason.ADMIN);
            return "ended";
        });
    }

    @Override
    public void disable(String client) {
        disabled.disable(client, () -> {});
    }

    @Override
    public void enable(String client) {
        disabled.enable(client, () -> {});
    }

    private static Caller caller(String client) {
        return new Caller(client, true);
    }

    private static String told(Lifespan lifespan) {
        return "until " + lifespan.expiresAt() + " of " + lifespan.maxExpiresAt();
    }

    private static String told(Supplier<String> call) {
        try {
            return call.get();
        } catch (SessionRefusal refused) {
            return refused.getClass().getSimpleName();
        }
    }
}
