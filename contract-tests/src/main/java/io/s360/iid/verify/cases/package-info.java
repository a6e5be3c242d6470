/** What is tried, all of it taken from the contract: decision rows, checks, violated clauses and faults. */
@NullMarked
package io.s360.iid.verify.cases;

import org.jspecify.annotations.NullMarked;
