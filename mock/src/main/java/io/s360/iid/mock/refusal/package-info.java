/** Why a request got the answer that it got, said to the person at the console, without a value of the request. */
@NullMarked
package io.s360.iid.mock.refusal;

import org.jspecify.annotations.NullMarked;
