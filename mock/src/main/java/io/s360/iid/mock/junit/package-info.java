/** The mock in other people's tests: started once, with a tenant for each test. Needs JUnit 5 on their class path. */
@NullMarked
package io.s360.iid.mock.junit;

import org.jspecify.annotations.NullMarked;
