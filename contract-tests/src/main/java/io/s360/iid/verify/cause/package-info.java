/** From many findings to few causes: which clauses of the contract, broken, explain all that went wrong on a target. */
@NullMarked
package io.s360.iid.verify.cause;

import org.jspecify.annotations.NullMarked;
