/** Judging JSON values by the schemas of the contract. */
@NullMarked
package io.s360.iid.contract.schema;

import org.jspecify.annotations.NullMarked;
