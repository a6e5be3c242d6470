/** The contract as Java values: operations, answers, decisions and the life-cycle behind them. */
@NullMarked
package io.s360.iid.contract;

import org.jspecify.annotations.NullMarked;
