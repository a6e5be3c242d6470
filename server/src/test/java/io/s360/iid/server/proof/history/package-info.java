/** What callers saw, and a judge that decides from it alone what must never have happened. */
@NullMarked
package io.s360.iid.server.proof.history;

import org.jspecify.annotations.NullMarked;
