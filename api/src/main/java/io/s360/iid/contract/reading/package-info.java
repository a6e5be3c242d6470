/** Reading a contract, and refusing one that is not consistent. */
@NullMarked
package io.s360.iid.contract.reading;

import org.jspecify.annotations.NullMarked;
