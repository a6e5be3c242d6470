package io.s360.iid.contract.source;

import java.util.Locale;

/** Whether a clause is known from the public documentation, or was decided here. */
public enum Provenance {
    DOCUMENTED,
    ASSUMED;

    static Provenance of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
