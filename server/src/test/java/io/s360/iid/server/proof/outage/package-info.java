/** That a store which is away, and a server which goes, are never told as anything else. */
@NullMarked
package io.s360.iid.server.proof.outage;

import org.jspecify.annotations.NullMarked;
