/** Which path of a foreign document a request means. */
@NullMarked
package io.s360.iid.mock.document.route;

import org.jspecify.annotations.NullMarked;
