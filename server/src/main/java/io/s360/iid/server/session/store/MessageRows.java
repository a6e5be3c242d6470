package io.s360.iid.server.session.store;

import io.s360.iid.server.session.NewMessage;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The table of the messages. */
final class MessageRows {

    private final Database database;
    private final Conditions conditions;
    private final Map<Integer, Script<Integer>> scripts = new ConcurrentHashMap<>();

    MessageRows(Database database) {
        this.database = database;
        this.conditions = new Conditions(database.clock());
    }

    /** Numbers them on from those that an active child has; returns the number of the first, or empty if there is no room. */
    Optional<Integer> add(UUID childId, List<UUID> ids, List<NewMessage> texts, int limit, Instant at) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("childId", childId);
        parameters.put("added", texts.size());
        parameters.put("limit", limit);
        parameters.put("at", Columns.toColumn(at));
        for (int index = 0; index < texts.size(); index++) {
            put(parameters, index, ids.get(index), texts.get(index));
        }
        Script.Outcome<Integer> outcome = database.run(scripts.computeIfAbsent(texts.size(), this::script), parameters);
        return outcome.has(1) ? outcome.last().map(all -> all - texts.size() + 1) : Optional.empty();
    }

    private static void put(Map<String, @Nullable Object> parameters, int index, UUID id, NewMessage text) {
        parameters.put("id" + index, id);
        parameters.put("level" + index, text.level());
        parameters.put("en" + index, text.en());
        parameters.put("ar" + index, text.ar());
        parameters.put("clientMessageId" + index, text.clientMessageId());
    }

    /** Counts only once it holds the row of the child. */
    private Script<Integer> script(int messages) {
        String values = IntStream.range(0, messages)
                .mapToObj(index -> "(cast(:id" + index + " as uuid), " + (index + 1) + ", cast(:level" + index
                        + " as varchar), cast(:en" + index + " as varchar), cast(:ar" + index
                        + " as varchar), cast(:clientMessageId" + index + " as varchar))")
                .collect(Collectors.joining(", "));
        return new Script<>(
                (row, number) -> row.getInt(1),
                List.of(
                        "select c.id from child_session c where c.id = :childId for update",
                        "insert into message (id, child_id, sequence, level, text_en, text_ar, client_message_id, created_at)"
                                + " select v.id, c.id, c.message_count + v.place, v.level, v.en, v.ar, v.own,"
                                + " cast(:at as timestamp(3) with time zone)"
                                + " from child_session c cross join (values " + values
                                + ") v (id, place, level, en, ar, own)"
                                + " where c.id = :childId and c.message_count + :added <= :limit and "
                                + conditions.activeChild("c"),
                        "update child_session c set message_count = c.message_count + :added"
                                + " where c.id = :childId and exists (select 1 from message m where m.id = :id0)",
                        "select c.message_count from child_session c where c.id = :childId"));
    }
}
