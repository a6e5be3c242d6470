/** A foreign document as text: JSON and YAML files, read with the line of every value, and the references between them. */
@NullMarked
package io.s360.iid.mock.document.source;

import org.jspecify.annotations.NullMarked;
