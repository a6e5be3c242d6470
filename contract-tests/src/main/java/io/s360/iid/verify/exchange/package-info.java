/** Addresses that are asked to keep the contract, and what is said to them and by them. */
@NullMarked
package io.s360.iid.verify.exchange;

import org.jspecify.annotations.NullMarked;
