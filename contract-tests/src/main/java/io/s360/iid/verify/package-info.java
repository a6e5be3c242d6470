/** Asks addresses whether they keep the contract, and says so in one table. */
@NullMarked
package io.s360.iid.verify;

import org.jspecify.annotations.NullMarked;
