/** The verdict: a row for every answer of the contract, a column for every target, and a line for every cause. */
@NullMarked
package io.s360.iid.verify.report;

import org.jspecify.annotations.NullMarked;
