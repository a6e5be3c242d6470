/** The console: the page on which people see and steer a running mock. */
@NullMarked
package io.s360.iid.mock.console;

import org.jspecify.annotations.NullMarked;
