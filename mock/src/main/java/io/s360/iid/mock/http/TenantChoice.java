package io.s360.iid.mock.http;

import io.s360.iid.mock.tenant.Tenant;
import io.s360.iid.mock.tenant.Tenants;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.org.eclipse.jetty.http.HttpURI;
import wiremock.org.eclipse.jetty.server.Request;

/** Whom a request is for: the tenant of the path prefix, otherwise of the header, otherwise the one of those who name none. */
final class TenantChoice {

    /** The header that names a tenant. */
    static final String HEADER = "X-Mock-Tenant";

    private static final String PREFIX = "/~";

    private TenantChoice() {}

    /**
     * Takes the prefix from a request, so that nobody behind sees it.
     *
     * @return the name in the prefix; empty if it has none
     */
    static Optional<String> takePrefix(Request jetty) {
        String path = String.valueOf(jetty.getHttpURI().getPath());
        if (!path.startsWith(PREFIX)) {
            return Optional.empty();
        }
        int end = path.indexOf('/', PREFIX.length());
        String rest = end < 0 ? "/" : path.substring(end);
        HttpURI uri = HttpURI.build(jetty.getHttpURI()).path(rest).asImmutable();
        jetty.setHttpURI(uri);
        jetty.setContext(null, uri.getDecodedPath());
        return Optional.of(path.substring(PREFIX.length(), end < 0 ? path.length() : end));
    }

    /** The name that a request has in its header, or the default; empty if no tenant can have it. */
    static Optional<String> named(Optional<String> prefix, HttpServletRequest request) {
        List<String> names = prefix.map(List::of).orElseGet(() -> inHeader(request));
        if (names.isEmpty()) {
            return Optional.of(Tenant.DEFAULT);
        }
        return names.size() == 1 && Tenants.isName(names.get(0)) ? Optional.of(names.get(0)) : Optional.empty();
    }

    private static List<String> inHeader(HttpServletRequest request) {
        return Collections.list(request.getHeaders(HEADER));
    }
}
