/** The contract's life-cycle and decision tables, followed by hand: what every answer must be, written to be read as the reference. */
@NullMarked
package io.s360.iid.verify.walk.model;

import org.jspecify.annotations.NullMarked;
