/** The operations of the contract as stub mappings of WireMock. */
@NullMarked
package io.s360.iid.mock.stub;

import org.jspecify.annotations.NullMarked;
