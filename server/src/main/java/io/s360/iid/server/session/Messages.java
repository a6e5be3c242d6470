package io.s360.iid.server.session;

import io.s360.iid.server.session.SessionAccess.Held;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** What clients have to say to the person. */
public final class Messages {

    private final SessionStore store;
    private final SessionIds ids;
    private final SessionAccess access;
    private final int limit;

    public Messages(SessionStore store, SessionIds ids, SessionSettings settings) {
        this.store = store;
        this.ids = ids;
        this.access = new SessionAccess(store, settings);
        this.limit = settings.messagesPerChild();
    }

    /** Adds messages to an active child session, all of them or none. Does not extend it. */
    public List<Message> add(Caller caller, SessionToken token, UUID childId, List<NewMessage> texts) {
        List<UUID> newIds = texts.stream().map(text -> ids.newId()).toList();
        int first = SessionAccess.decide(() -> {
            Held held = access.child(caller, token, childId).requireActive();
            requireRoom(held, texts.size());
            return store.addMessages(childId, newIds, texts, limit, held.at());
        });
        return IntStream.range(0, texts.size())
                .mapToObj(index -> new Message(newIds.get(index), first + index, texts.get(index)))
                .toList();
    }

    private void requireRoom(Held held, int messages) {
        if (held.messages() + messages > limit) {
            throw new SessionRefusal.MessageLimitReached();
        }
    }
}
