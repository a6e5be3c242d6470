package io.s360.iid.mock.admin;

import io.s360.iid.mock.answer.Reply;
import io.s360.iid.mock.lifecycle.Times;
import io.s360.iid.mock.tenant.TenantClock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What time it is. */
record ClockPages(Guests guests) {

    Map<String, Page> all() {
        return Map.of(
                "GetClock", visit -> show(clockOf(visit)),
                "SetClock", this::set,
                "AdvanceClock", this::advance,
                "ResetClock", this::reset);
    }

    private Reply set(Visit visit) {
        JsonNode now = visit.body().get("now");
        JsonNode frozen = visit.body().get("frozen");
        TenantClock clock = clockOf(visit);
        try {
            Instant time =
                    now == null ? null : OffsetDateTime.parse(now.asString()).toInstant();
            clock.change(time, frozen == null ? null : frozen.asBoolean());
            return show(clock);
        } catch (DateTimeException outside) {
            throw Problem.badRequest("/now is no time such as 2026-01-15T08:00:00Z, from " + Times.RANGE);
        }
    }

    private Reply advance(Visit visit) {
        Duration by = toDuration(visit.body().get("by"));
        TenantClock clock = clockOf(visit);
        try {
            clock.advance(by);
            return show(clock);
        } catch (DateTimeException tooFar) {
            throw Problem.badRequest("/by leads out of " + Times.RANGE);
        }
    }

    private static Duration toDuration(JsonNode by) {
        try {
            Duration duration = Duration.parse(by.asString());
            if (duration.isNegative()) {
                throw Problem.badRequest("/by is negative; a clock is put back by setting it");
            }
            return duration;
        } catch (DateTimeParseException | ArithmeticException none) {
            throw Problem.badRequest("/by is no ISO 8601 duration such as PT16M");
        }
    }

    private Reply reset(Visit visit) {
        clockOf(visit).reset();
        return Page.done();
    }

    private TenantClock clockOf(Visit visit) {
        return guests.of(visit).clock();
    }

    private static Reply show(TenantClock clock) {
        return Page.json(JsonNodeFactory.instance
                .objectNode()
                .put("now", Times.text(clock.instant()))
                .put("frozen", clock.isFrozen()));
    }
}
