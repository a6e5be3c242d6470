/** What can be seen of the requests from outside: one line of the log for each, without any of its secrets. */
@NullMarked
package io.s360.iid.server.sight;

import org.jspecify.annotations.NullMarked;
