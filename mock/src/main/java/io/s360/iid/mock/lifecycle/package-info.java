/** The life-cycle of the contract, executed: which resources live, how each stands, and what a decision does to them. */
@NullMarked
package io.s360.iid.mock.lifecycle;

import org.jspecify.annotations.NullMarked;
