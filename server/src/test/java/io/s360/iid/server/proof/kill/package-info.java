/** That nothing acknowledged is lost when the process is killed. */
@NullMarked
package io.s360.iid.server.proof.kill;

import org.jspecify.annotations.NullMarked;
