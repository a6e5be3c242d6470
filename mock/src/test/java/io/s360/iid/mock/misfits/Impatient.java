package io.s360.iid.mock.misfits;

import java.time.Instant;

/** Looks at a clock that nobody gave it. */
public final class Impatient {

    Instant now = Instant.now();
}
