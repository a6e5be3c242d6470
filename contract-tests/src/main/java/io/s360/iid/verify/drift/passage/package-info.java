/** A way through to another address, past which nothing goes unseen. */
@NullMarked
package io.s360.iid.verify.drift.passage;

import org.jspecify.annotations.NullMarked;
