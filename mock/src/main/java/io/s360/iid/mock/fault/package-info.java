/** What goes wrong on purpose: slow, broken and missing answers. */
@NullMarked
package io.s360.iid.mock.fault;

import org.jspecify.annotations.NullMarked;
