/** Notices when the files that are served have been saved. */
@NullMarked
package io.s360.iid.mock.reload;

import org.jspecify.annotations.NullMarked;
