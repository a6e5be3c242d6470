/** What WireMock keeps: everything in memory, not much of it, and no secret. */
@NullMarked
package io.s360.iid.mock.journal;

import org.jspecify.annotations.NullMarked;
