/** The last requests of each tenant, and what of them must not be readable. */
@NullMarked
package io.s360.iid.mock.journal;

import org.jspecify.annotations.NullMarked;
