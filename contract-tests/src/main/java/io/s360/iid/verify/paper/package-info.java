/** What a run leaves behind: a page to look at, JUnit XML for CI, and a statement for a third party. */
@NullMarked
package io.s360.iid.verify.paper;

import org.jspecify.annotations.NullMarked;
