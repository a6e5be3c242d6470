/** The client applications of the demo data: who they are, and how much each may ask. */
@NullMarked
package io.s360.iid.mock.client;

import org.jspecify.annotations.NullMarked;
