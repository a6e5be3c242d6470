/** Why a request got the answer that it got, said to whoever sent it, without a secret of the request. */
@NullMarked
package io.s360.iid.mock.refusal;

import org.jspecify.annotations.NullMarked;
