/** The rules of the sessions: what lives, how long, and who may do what with it. */
@NullMarked
package io.s360.iid.server.session;

import org.jspecify.annotations.NullMarked;
