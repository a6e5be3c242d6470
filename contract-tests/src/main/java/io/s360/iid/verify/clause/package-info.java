/** Every clause of the document as it applies to an operation: what a verdict must have seen kept and seen broken. */
@NullMarked
package io.s360.iid.verify.clause;

import org.jspecify.annotations.NullMarked;
