/** The sessions in a relational database: one row each, one conditional statement for each transition. */
@NullMarked
package io.s360.iid.server.session.store;

import org.jspecify.annotations.NullMarked;
