/** What the contract demands of a request before any decision is taken. */
@NullMarked
package io.s360.iid.contract.request;

import org.jspecify.annotations.NullMarked;
