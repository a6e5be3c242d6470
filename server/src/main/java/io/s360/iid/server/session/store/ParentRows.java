package io.s360.iid.server.session.store;

import static io.s360.iid.server.session.store.Columns.toColumn;

import io.s360.iid.server.session.Context;
import io.s360.iid.server.session.EndReason;
import io.s360.iid.server.session.Lifespan;
import io.s360.iid.server.session.ParentSession;
import io.s360.iid.server.session.SessionToken;
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

    /** All columns of a parent session {@code p}, in the order in which {@link #toParent} reads them. */
    static final String SELECTED = """
            p.id, p.token_hash, p.subject_id, p.name_en, p.name_ar, p.email, p.mobile, p.user_type,
            p.legal_entity_id, p.dul_number, p.legal_name_en, p.legal_name_ar, p.language,
            p.created_at, p.expires_at, p.max_expires_at, p.last_extended_at, p.ended_at, p.end_reason
            """;

    static final String TABLE = "parent_session";

    /**
     * Those without children. Counts them where {@code not exists} would do, and would read the whole table of children to
     * find a few parents.
     */
    static final String OVER = "select p.id from parent_session p where p.expires_at <= :by"
            + " and (select count(*) from child_session c where c.parent_id = p.id) = 0"
            + " order by p.expires_at limit :atMost";

    private final Database database;
    private final Script<Boolean> end;

    ParentRows(Database database) {
        this.database = database;
        Conditions conditions = new Conditions(database.clock());
        this.end = new Script<>(
                (row, number) -> true,
                List.of(
                        "update parent_session p set ended_at = :at, end_reason = :reason where p.id = :id and "
                                + conditions.unended("p"),
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

    int forget(Instant expiredBy, int atMost) {
        return database.forget(TABLE, OVER, expiredBy, atMost);
    }

    static ParentSession toParent(Row row) throws SQLException {
        return new ParentSession(row.uuid(), new SessionToken.Hash(row.text()), toContext(row), row.lifespan());
    }

    private static Context toContext(Row row) throws SQLException {
        Context.Person person = new Context.Person(row.uuid(), toBilingual(row), row.text(), row.text(), row.text());
        return new Context(person, toLegalEntity(row), row.text());
    }

    private static Context.@Nullable LegalEntity toLegalEntity(Row row) throws SQLException {
        String id = row.textOrNull();
        if (id == null) {
            row.skip(3);
            return null;
        }
        return new Context.LegalEntity(id, row.text(), toBilingual(row));
    }

    private static Context.BilingualText toBilingual(Row row) throws SQLException {
        return new Context.BilingualText(row.text(), row.text());
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
