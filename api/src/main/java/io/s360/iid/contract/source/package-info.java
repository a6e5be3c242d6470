/** The contract as text: YAML files, read with the line of every member. */
@NullMarked
package io.s360.iid.contract.source;

import org.jspecify.annotations.NullMarked;
