/** What is counted and timed. No label is ever a text that a caller has chosen. */
@NullMarked
package io.s360.iid.server.metric;

import org.jspecify.annotations.NullMarked;
