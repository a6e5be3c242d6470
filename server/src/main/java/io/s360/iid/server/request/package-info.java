/** What a request passes before any operation: its trace id, and the checks of the contract. */
@NullMarked
package io.s360.iid.server.request;

import org.jspecify.annotations.NullMarked;
