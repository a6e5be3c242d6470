package io.s360.iid.server.session.store;

/** When a row may change: what each statement asks for itself, of the row as it is when it has it. */
final class Conditions {

    private final StoreClock clock;

    Conditions(StoreClock clock) {
        this.clock = clock;
    }

    /** A parent session that is active, or a child session regardless of its parent. */
    String unended(String row) {
        return row + ".ended_at is null and " + row + ".expires_at > :at" + clock.andStillBefore(row + ".expires_at");
    }

    /** A child session is active only while its parent is. */
    String activeChild(String row) {
        return unended(row) + "and exists (select 1 from parent_session a where a.id = " + row + ".parent_id and "
                + unended("a") + ")";
    }
}
