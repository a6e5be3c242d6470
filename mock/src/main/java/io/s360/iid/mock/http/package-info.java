/** The wire: what comes in before WireMock sees it, and what must not come in at all. */
@NullMarked
package io.s360.iid.mock.http;

import org.jspecify.annotations.NullMarked;
