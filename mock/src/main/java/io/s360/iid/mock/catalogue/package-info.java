/** Every answer of every operation, and each way to get it: found out from the contract, and tried before it is told. */
@NullMarked
package io.s360.iid.mock.catalogue;

import org.jspecify.annotations.NullMarked;
