package io.s360.iid.server.session.http;

import io.s360.iid.api.model.AcceptedMessage;
import io.s360.iid.api.model.AddMessagesRequest;
import io.s360.iid.api.model.BilingualText;
import io.s360.iid.api.model.ChildSessionCreated;
import io.s360.iid.api.model.ChildSessionRefreshed;
import io.s360.iid.api.model.ChildSessionValidity;
import io.s360.iid.api.model.LegalEntity;
import io.s360.iid.api.model.MessagesAccepted;
import io.s360.iid.api.model.Person;
import io.s360.iid.server.session.ChildSession;
import io.s360.iid.server.session.Context;
import io.s360.iid.server.session.Lifespan;
import io.s360.iid.server.session.Message;
import io.s360.iid.server.session.NewMessage;
import io.s360.iid.server.session.ParentSession;
import io.s360.iid.server.session.SessionToken;
import io.s360.iid.server.session.StoreUnavailable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Between the generated types and those of the rules, and nothing else. */
final class Mapping {

    private Mapping() {}

    static SessionToken toToken(String sessionToken) {
        return new SessionToken(sessionToken);
    }

    static List<NewMessage> toTexts(AddMessagesRequest request) {
        return request.getMessages().stream()
                .map(message -> new NewMessage(
                        message.getLevel().getValue(), message.getEn(), message.getAr(), message.getClientMessageId()))
                .toList();
    }

    static io.s360.iid.api.model.Context toContext(ParentSession session) {
        return new io.s360.iid.api.model.Context(
                toPerson(session.context().person()),
                toLegalEntity(session.context().legalEntity()),
                known(
                        io.s360.iid.api.model.Context.LanguageEnum::fromValue,
                        session.context().language()),
                toTime(session.lifespan().expiresAt()));
    }

    private static Person toPerson(Context.Person person) {
        return new Person(
                person.subjectId(),
                toText(person.name()),
                person.email(),
                person.mobile(),
                known(Person.UserTypeEnum::fromValue, person.userType()));
    }

    /** What is kept has been checked once. If the contract does not know it now, the store is at fault. */
    private static <T> T known(Function<String, T> reader, String kept) {
        try {
            return reader.apply(kept);
        } catch (IllegalArgumentException unknown) {
            throw new StoreUnavailable("The store has a value that the contract does not know", null);
        }
    }

    private static @Nullable LegalEntity toLegalEntity(Context.@Nullable LegalEntity entity) {
        return entity == null
                ? null
                : new LegalEntity(entity.legalEntityId(), entity.dulNumber(), toText(entity.name()));
    }

    private static BilingualText toText(Context.BilingualText text) {
        return new BilingualText(text.en(), text.ar());
    }

    static ChildSessionCreated toCreated(ChildSession child) {
        Lifespan lifespan = child.lifespan();
        return new ChildSessionCreated(
                child.id(),
                child.clientId(),
                toTime(lifespan.createdAt()),
                toTime(lifespan.expiresAt()),
                toTime(lifespan.maxExpiresAt()));
    }

    static io.s360.iid.api.model.ChildSession toChildSession(ChildSession child) {
        Lifespan lifespan = child.lifespan();
        Instant refreshed = lifespan.lastExtendedAt();
        return new io.s360.iid.api.model.ChildSession(
                child.id(),
                child.clientId(),
                toTime(lifespan.createdAt()),
                toTime(lifespan.expiresAt()),
                toTime(lifespan.maxExpiresAt()),
                refreshed == null ? null : toTime(refreshed));
    }

    static ChildSessionRefreshed toRefreshed(ChildSession child) {
        Lifespan lifespan = child.lifespan();
        return new ChildSessionRefreshed(child.id(), toTime(lifespan.expiresAt()), toTime(lifespan.maxExpiresAt()));
    }

    static ChildSessionValidity toValidity(Optional<ChildSession> valid) {
        return valid.map(child -> new ChildSessionValidity(
                        true,
                        child.clientId(),
                        child.parent().context().person().subjectId(),
                        toTime(child.lifespan().expiresAt())))
                .orElseGet(() -> new ChildSessionValidity(false, null, null, null));
    }

    static MessagesAccepted toAccepted(List<Message> messages) {
        return new MessagesAccepted(
                messages.size(),
                messages.stream()
                        .map(message -> new AcceptedMessage(message.id(), message.sequence()))
                        .toList());
    }

    private static OffsetDateTime toTime(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
