/** The executable contract: a stand-alone server that behaves as the contract says, started in a process or embedded. */
@NullMarked
package io.s360.iid.mock;

import org.jspecify.annotations.NullMarked;
