/** Who takes part in a proof: servers, as processes or in this one, and those who call them and write down what they saw. */
@NullMarked
package io.s360.iid.server.proof;

import org.jspecify.annotations.NullMarked;
