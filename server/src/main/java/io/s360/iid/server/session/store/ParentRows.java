package io.s360.iid.server.session.store;

import static io.s360.iid.server.session.store.Columns.text;
import static io.s360.iid.server.session.store.Columns.toColumn;
import static io.s360.iid.server.session.store.Columns.uuid;

import io.s360.iid.server.session.Context;
import io.s360.iid.server.session.Lifespan;
import io.s360.iid.server.session.ParentSession;
import io.s360.iid.server.session.SessionStore.Extension;
import io.s360.iid.server.session.SessionToken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of the parent sessions. */
final class ParentRows {

    /** All columns of a parent session {@code p}, named so that they can stand beside those of a child. */
    static final String SELECTED = """
            p.id p_id, p.token_hash p_token_hash, p.subject_id p_subject_id, p.name_en p_name_en, p.name_ar p_name_ar,
            p.email p_email, p.mobile p_mobile, p.user_type p_user_type, p.legal_entity_id p_legal_entity_id,
            p.dul_number p_dul_number, p.legal_name_en p_legal_name_en, p.legal_name_ar p_legal_name_ar,
            p.language p_language, p.created_at p_created_at, p.expires_at p_expires_at,
            p.max_expires_at p_max_expires_at, p.last_extended_at p_last_extended_at, p.ended_at p_ended_at,
            p.end_reason p_end_reason
            """;

    private static final String ACTIVE = " ended_at is null and expires_at > :at ";
    private static final String EXTEND = """
            update parent_session
            set expires_at = greatest(expires_at, least(:until, max_expires_at)), last_extended_at = :at
            where id = :id and
            """ + ACTIVE;

    private final JdbcClient jdbc;

    ParentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ParentSession> find(SessionToken.Hash token) {
        return jdbc.sql("select " + SELECTED + " from parent_session p where p.token_hash = :token")
                .param("token", token.hex())
                .query((row, number) -> toParent(row))
                .optional();
    }

    boolean add(ParentSession parent) {
        try {
            return jdbc.sql("""
                            insert into parent_session (id, token_hash, subject_id, name_en, name_ar, email, mobile,
                                user_type, legal_entity_id, dul_number, legal_name_en, legal_name_ar, language, created_at,
                                expires_at, max_expires_at, last_extended_at, ended_at, end_reason)
                            values (:id, :token, :subjectId, :nameEn, :nameAr, :email, :mobile,
                                :userType, :legalEntityId, :dulNumber, :legalNameEn, :legalNameAr, :language, :createdAt,
                                :expiresAt, :maxExpiresAt, :lastExtendedAt, :endedAt, :endReason)
                            """).params(toColumns(parent)).update() == 1;
        } catch (DuplicateKeyException known) {
            return false;
        }
    }

    /** Extends an active session. Holds its row, and so keeps others from opening or ending, until the transaction is over. */
    boolean extend(UUID id, Extension extension) {
        return jdbc.sql(EXTEND)
                        .param("id", id)
                        .param("at", toColumn(extension.at()))
                        .param("until", toColumn(extension.until()))
                        .update()
                == 1;
    }

    /** Extends the parent of a child, unless it has been extended or created after an instant. */
    void extendParentOf(UUID childId, Extension extension, Instant unextendedSince) {
        jdbc.sql("""
                        update parent_session
                        set expires_at = greatest(expires_at, least(:until, max_expires_at)), last_extended_at = :at
                        where id = (select c.parent_id from child_session c where c.id = :childId)
                        and coalesce(last_extended_at, created_at) <= :since and
                        """ + ACTIVE)
                .param("childId", childId)
                .param("at", toColumn(extension.at()))
                .param("until", toColumn(extension.until()))
                .param("since", toColumn(unextendedSince))
                .update();
    }

    boolean end(UUID id, Lifespan.Ending ending) {
        return jdbc.sql("update parent_session set ended_at = :at, end_reason = :reason where id = :id and" + ACTIVE)
                        .param("id", id)
                        .param("at", toColumn(ending.at()))
                        .param("reason", ending.reason().name())
                        .update()
                == 1;
    }

    int forget(Instant expiredBy, int atMost) {
        return jdbc.sql("""
                        delete from parent_session where id in (
                            select p.id from parent_session p
                            where p.expires_at <= :by
                            and not exists (select 1 from child_session c where c.parent_id = p.id)
                            limit :atMost)
                        """)
                .param("by", toColumn(expiredBy))
                .param("atMost", atMost)
                .update();
    }

    static ParentSession toParent(ResultSet row) throws SQLException {
        Context.Person person = new Context.Person(
                uuid(row, "p_subject_id"),
                new Context.BilingualText(text(row, "p_name_en"), text(row, "p_name_ar")),
                text(row, "p_email"),
                text(row, "p_mobile"),
                text(row, "p_user_type"));
        return new ParentSession(
                uuid(row, "p_id"),
                new SessionToken.Hash(text(row, "p_token_hash")),
                new Context(person, toLegalEntity(row), text(row, "p_language")),
                Columns.toLifespan(row, "p_"));
    }

    private static Context.@Nullable LegalEntity toLegalEntity(ResultSet row) throws SQLException {
        String id = row.getString("p_legal_entity_id");
        return id == null
                ? null
                : new Context.LegalEntity(
                        id,
                        text(row, "p_dul_number"),
                        new Context.BilingualText(text(row, "p_legal_name_en"), text(row, "p_legal_name_ar")));
    }

    private static Map<String, @Nullable Object> toColumns(ParentSession parent) {
        Context.Person person = parent.context().person();
        Context.LegalEntity legal = parent.context().legalEntity();
        Map<String, @Nullable Object> columns = new HashMap<>(Columns.toColumns(parent.lifespan()));
        columns.put("id", parent.id());
        columns.put("token", parent.token().hex());
        columns.put("subjectId", person.subjectId());
        columns.put("nameEn", person.name().en());
        columns.put("nameAr", person.name().ar());
        columns.put("email", person.email());
        columns.put("mobile", person.mobile());
        columns.put("userType", person.userType());
        columns.put("legalEntityId", legal == null ? null : legal.legalEntityId());
        columns.put("dulNumber", legal == null ? null : legal.dulNumber());
        columns.put("legalNameEn", legal == null ? null : legal.name().en());
        columns.put("legalNameAr", legal == null ? null : legal.name().ar());
        columns.put("language", parent.context().language());
        return columns;
    }
}
