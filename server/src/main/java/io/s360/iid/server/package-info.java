/** The real service: start and wiring. */
@NullMarked
package io.s360.iid.server;

import org.jspecify.annotations.NullMarked;
