/** The mock's own admin API: steering tenants, and seeing what happened in them. Its document is {@code mock-admin.yaml}. */
@NullMarked
package io.s360.iid.mock.admin;

import org.jspecify.annotations.NullMarked;
