/** How long a caller may take to send, and what the container must not answer on its own. */
@NullMarked
package io.s360.iid.server.connection;

import org.jspecify.annotations.NullMarked;
