/** WireMock behind the door: started when somebody asks for it, kept in memory, and without secrets. */
@NullMarked
package io.s360.iid.mock.engine;

import org.jspecify.annotations.NullMarked;
