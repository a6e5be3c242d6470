/** What a foreign document demands of a request: credentials, parameters, body. */
@NullMarked
package io.s360.iid.mock.document.request;

import org.jspecify.annotations.NullMarked;
