/** Faults that are put into real targets to see whether the verifier finds them. */
@NullMarked
package io.s360.iid.verify.fault;

import org.jspecify.annotations.NullMarked;
