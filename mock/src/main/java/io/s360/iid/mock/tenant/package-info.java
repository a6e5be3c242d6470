/** Who shares nothing with whom: each tenant has its own world, clock, faults, ids and journal. */
@NullMarked
package io.s360.iid.mock.tenant;

import org.jspecify.annotations.NullMarked;
