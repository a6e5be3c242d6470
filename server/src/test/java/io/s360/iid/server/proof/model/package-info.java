/** The rules of the sessions and their stores, held against a small model through long random histories. */
@NullMarked
package io.s360.iid.server.proof.model;

import org.jspecify.annotations.NullMarked;
