/** What the schemas of a foreign document demand: judging values by them, and making values that keep them. */
@NullMarked
package io.s360.iid.mock.document.schema;

import org.jspecify.annotations.NullMarked;
