package io.s360.iid.mock.lifecycle;

import io.s360.iid.contract.Resource;
import java.util.ArrayList;
import java.util.List;

/** How a resource looks in an export: as in the contract's demo data, with its times. */
final class StateForm {

    static final String WITHIN = "within";
    static final String OWNED_BY = "ownedBy";
    static final String STATE = "state";
    static final String CREATED_AT = "createdAt";
    static final String EXPIRES_AT = "expiresAt";
    static final String MAX_EXPIRES_AT = "maxExpiresAt";
    static final String LAST_EXTENDED_AT = "lastExtendedAt";
    static final String ENDED_AT = "endedAt";

    /** The place among those below its parent. */
    static final String SEQUENCE = "sequence";

    /** In an item without a key: how many of its kind there have been below its parent that are not listed. */
    static final String COUNT = "count";

    /** Between a state and the reason for it. */
    static final String BY = " by ";

    private StateForm() {}

    /** The members that one with a key can have. */
    static List<String> membersOf(Resource kind) {
        List<String> members = new ArrayList<>();
        members.add(String.valueOf(kind.key()));
        members.addAll(placeOf(kind));
        members.add(CREATED_AT);
        if (!kind.states().isEmpty()) {
            members.addAll(List.of(STATE, EXPIRES_AT, MAX_EXPIRES_AT, LAST_EXTENDED_AT, ENDED_AT));
        }
        members.add(SEQUENCE);
        members.addAll(kind.attributes());
        return members;
    }

    /** The members that a number of those without a key can have. */
    static List<String> membersOfCount(Resource kind) {
        List<String> members = new ArrayList<>(placeOf(kind));
        if (kind.key() != null) {
            members.remove(OWNED_BY);
        }
        members.add(COUNT);
        return members;
    }

    private static List<String> placeOf(Resource kind) {
        return kind.within() == null ? List.of(OWNED_BY) : List.of(WITHIN, OWNED_BY);
    }
}
