/** Watching real traffic: what differs from the contract, how often, and the change that would make it vanish. */
@NullMarked
package io.s360.iid.verify.drift;

import org.jspecify.annotations.NullMarked;
