/** The way of a request: the contract's checks, the decision, the answer. Knows nothing of WireMock. */
@NullMarked
package io.s360.iid.mock.answer;

import org.jspecify.annotations.NullMarked;
