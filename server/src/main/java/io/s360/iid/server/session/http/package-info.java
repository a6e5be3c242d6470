/** The operations of the contract over HTTP: map in, call, map out. */
@NullMarked
package io.s360.iid.server.session.http;

import org.jspecify.annotations.NullMarked;
