/** The port of the portal and the operators: its own, with an API of its own, and no part of the contract. */
@NullMarked
package io.s360.iid.server.management;

import org.jspecify.annotations.NullMarked;
