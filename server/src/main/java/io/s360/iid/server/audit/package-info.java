/** Who has begun, extended and ended which session: written down once the store has acknowledged it. */
@NullMarked
package io.s360.iid.server.audit;

import org.jspecify.annotations.NullMarked;
