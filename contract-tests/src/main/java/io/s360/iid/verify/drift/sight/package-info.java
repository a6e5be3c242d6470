/** What a single exchange shows of the contract not being kept, without a word that is secret. */
@NullMarked
package io.s360.iid.verify.drift.sight;

import org.jspecify.annotations.NullMarked;
