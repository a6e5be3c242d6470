/** Random walks: calls by several clients for several people while time passes, each answer held against the model of the contract. */
@NullMarked
package io.s360.iid.verify.walk;

import org.jspecify.annotations.NullMarked;
