package io.s360.iid.server.session;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** What clients have to say to the person. */
public final class Messages {

    private final SessionStore store;
    private final SessionIds ids;
    private final SessionAccess access;
    private final int limit;

    public Messages(SessionStore store, SessionIds ids, InstantSource clock, SessionSettings settings) {
        this.store = store;
        this.ids = ids;
        this.access = new SessionAccess(store, clock, settings.rememberedAfterExpiry());
        this.limit = settings.messagesPerChild();
    }

    /** Adds messages to an active child session, all of them or none. Does not extend it. */
    public List<Message> add(Caller caller, SessionToken token, UUID childId, List<NewMessage> texts) {
        Instant now = access.now();
        access.child(caller, token, childId).requireActiveAt(now);
        List<UUID> newIds = texts.stream().map(text -> ids.newId()).toList();
        Optional<Integer> first = store.addMessages(childId, newIds, texts, limit, now);
        if (first.isEmpty()) {
            access.child(caller, token, childId).requireActiveAt(now);
            throw new SessionRefusal.MessageLimitReached();
        }
        return IntStream.range(0, texts.size())
                .mapToObj(index -> new Message(newIds.get(index), first.get() + index, texts.get(index)))
                .toList();
    }
}
