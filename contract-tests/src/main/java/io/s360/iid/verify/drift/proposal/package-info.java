/** What would have to be changed in the contract for it to say what was seen. */
@NullMarked
package io.s360.iid.verify.drift.proposal;

import org.jspecify.annotations.NullMarked;
