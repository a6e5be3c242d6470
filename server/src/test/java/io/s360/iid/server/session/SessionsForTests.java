package io.s360.iid.server.session;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sessions and settings with a meaning. */
public final class SessionsForTests {

    static final Instant NOW = Instant.parse("2026-01-15T08:00:00Z");
    static final String CLIENT = "TIBCO_CONSUMER";
    static final String OTHER_CLIENT = "ENTITY_PORTAL";

    static final Lifespan.Limits PARENT = new Lifespan.Limits(Duration.ofMinutes(30), Duration.ofHours(12));
    static final Lifespan.Limits CHILD = new Lifespan.Limits(Duration.ofMinutes(15), Duration.ofHours(8));
    static final SessionSettings SETTINGS = new SessionSettings(
            PARENT, Duration.ofMinutes(1), CHILD, Duration.ofHours(36), Duration.ofHours(36), 2, 3, 4);

    private SessionsForTests() {}

    static Context aPerson() {
        Context.Person person = new Context.Person(
                UUID.fromString("5b0c6f5e-0e0f-4f57-8f7f-6a1f8a2d9c01"),
                new Context.BilingualText("Layla", "ليلى"),
                "layla@example.com",
                "971500000001",
                "SOP3");
        return new Context(person, null, "en");
    }

    static Context aPersonWithALegalEntity() {
        Context.LegalEntity entity =
                new Context.LegalEntity("70302", "DUL0001", new Context.BilingualText("Pearl", "لؤلؤ"));
        return new Context(aPerson().person(), entity, "ar");
    }

    static ParentSession aParent() {
        return aParentAt(NOW);
    }

    static ParentSession aParentAt(Instant now) {
        return aParent(Lifespan.startingAt(now, PARENT, Instant.MAX));
    }

    public static ParentSession aParent(Lifespan lifespan) {
        SessionToken token = new SessionToken(UUID.randomUUID().toString());
        return new ParentSession(UUID.randomUUID(), token.hash(), aPerson(), lifespan);
    }

    static ChildSession aChildOf(ParentSession parent) {
        return aChildOf(parent, CLIENT);
    }

    static ChildSession aChildOf(ParentSession parent, String clientId) {
        return ChildSession.openedAt(NOW, UUID.randomUUID(), parent, clientId, CHILD);
    }

    public static ChildSession aChildOf(ParentSession parent, Lifespan lifespan) {
        return new ChildSession(UUID.randomUUID(), parent, CLIENT, lifespan);
    }

    static NewMessage aText(@Nullable String clientMessageId) {
        return new NewMessage("INFO", "Done", "تم", clientMessageId);
    }
}
