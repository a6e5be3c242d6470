/** Which clauses a verdict has seen kept and seen broken on which target, and which gaps are known. */
@NullMarked
package io.s360.iid.verify.coverage;

import org.jspecify.annotations.NullMarked;
