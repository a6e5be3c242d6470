package io.s360.iid.server.session.store;

import static io.s360.iid.server.session.store.Columns.text;
import static io.s360.iid.server.session.store.Columns.toColumn;
import static io.s360.iid.server.session.store.Columns.uuid;

import io.s360.iid.server.session.Context;
import io.s360.iid.server.session.EndReason;
import io.s360.iid.server.session.Lifespan;
import io.s360.iid.server.session.ParentSession;
import io.s360.iid.server.session.SessionToken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

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

    private final Database database;
    private final Script<Boolean> end;

    ParentRows(Database database) {
        this.database = database;
        Conditions conditions = new Conditions(database.clock());
        this.end = new Script<>(
                (row, number) -> true,
                List.of(
                        "update parent_session p set ended_at = :at, end_reason = :reason where p.id = :id and "
                                + conditions.activeParent("p"),
                        "update child_session c set ended_at = :at, end_reason = :reasonOfChildren"
                                + " where c.parent_id = :id and " + conditions.unended("c")
                                + " and exists (select 1 from parent_session p where p.id = :id and p.ended_at is not null)"));
    }

    boolean add(ParentSession parent) {
        try {
            return database.client().sql("""
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

    /** Ends an active session with its children. Whoever opens one meanwhile waits for the row of the parent, or is seen. */
    boolean end(UUID id, Lifespan.Ending ending) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("id", id);
        parameters.put("at", toColumn(ending.at()));
        parameters.put("reason", ending.reason().name());
        parameters.put("reasonOfChildren", EndReason.PARENT_ENDED.name());
        return database.run(end, parameters).has(0);
    }

    /** Counts children where {@code not exists} would do, and would read the whole table of them to find a few parents. */
    int forget(Instant expiredBy, int atMost) {
        return database.client()
                .sql("""
                        delete from parent_session where expires_at <= :by and id in (
                            select p.id from parent_session p
                            where p.expires_at <= :by
                            and (select count(*) from child_session c where c.parent_id = p.id) = 0
                            order by p.expires_at, p.id limit :atMost)
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
