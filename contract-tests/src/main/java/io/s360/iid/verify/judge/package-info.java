/** Whether what a target said is what the contract says. */
@NullMarked
package io.s360.iid.verify.judge;

import org.jspecify.annotations.NullMarked;
