/** Who calls: the client applications, their keys, what they may do and how often. */
@NullMarked
package io.s360.iid.server.client;

import org.jspecify.annotations.NullMarked;
