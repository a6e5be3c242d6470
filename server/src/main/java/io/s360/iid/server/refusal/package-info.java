/** The only place where a failure becomes a status and an envelope. */
@NullMarked
package io.s360.iid.server.refusal;

import org.jspecify.annotations.NullMarked;
