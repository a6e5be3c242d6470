/** That many at once break nothing: storms on the embedded store, and on several servers over one PostgreSQL. */
@NullMarked
package io.s360.iid.server.proof.storm;

import org.jspecify.annotations.NullMarked;
