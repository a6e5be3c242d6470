/** Any OpenAPI 3.0 or 3.1 document, answered for without state. */
@NullMarked
package io.s360.iid.mock.document;

import org.jspecify.annotations.NullMarked;
