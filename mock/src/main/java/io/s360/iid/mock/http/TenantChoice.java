package io.s360.iid.mock.http;

import io.s360.iid.mock.tenant.Tenant;
import io.s360.iid.mock.tenant.Tenants;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.org.eclipse.jetty.http.HttpURI;
import wiremock.org.eclipse.jetty.server.Request;

/**
 * Whom a request is for: the tenant that its path prefix or its header names, otherwise the one of those who name none.
 *
 * @param problem why it is for nobody, in a sentence; null if it is for somebody
 */
record TenantChoice(String name, @Nullable String problem) {

    /** The header that names a tenant. */
    static final String HEADER = "X-Mock-Tenant";

    private static final List<String> PREFIXES = List.of("/~", "/%7e");

    /**
     * Takes the prefix from a request, so that nobody behind sees it.
     *
     * @return the name in the prefix, which may be none that a tenant can have; empty if there is no prefix
     */
    static Optional<String> takePrefix(Request jetty) {
        String path = String.valueOf(jetty.getHttpURI().getPath());
        return PREFIXES.stream()
                .filter(prefix -> path.toLowerCase(Locale.ROOT).startsWith(prefix))
                .findFirst()
                .map(prefix -> takePrefix(jetty, path, prefix.length()));
    }

    private static String takePrefix(Request jetty, String path, int start) {
        int slash = path.indexOf('/', start);
        HttpURI uri = HttpURI.build(jetty.getHttpURI())
                .path(slash < 0 ? "/" : path.substring(slash))
                .asImmutable();
        jetty.setHttpURI(uri);
        jetty.setContext(null, pathOf(jetty));
        return decoded(path.substring(start, slash < 0 ? path.length() : slash));
    }

    /** Decoded and without dots; empty if the dots lead out of everything. */
    static String pathOf(Request jetty) {
        String decoded = jetty.getHttpURI().getDecodedPath();
        return decoded == null ? "" : decoded;
    }

    /** Whom a request is for that has had its prefix taken. */
    static TenantChoice of(Optional<String> prefix, HttpServletRequest request) {
        Enumeration<String> inHeader = request.getHeaders(HEADER);
        String named = inHeader.hasMoreElements() ? inHeader.nextElement() : null;
        if (inHeader.hasMoreElements()) {
            return nobody(HEADER + " is repeated");
        }
        if (named != null && prefix.isPresent() && !named.equals(prefix.get())) {
            return nobody(HEADER + " names another tenant than the path");
        }
        String name = named == null ? prefix.orElse(Tenant.DEFAULT) : named;
        return Tenants.isName(name)
                ? new TenantChoice(name, null)
                : nobody("no tenant has such a name; a name is " + Tenants.NAMES);
    }

    private static TenantChoice nobody(String problem) {
        return new TenantChoice(Tenant.DEFAULT, problem);
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return name;
        }
    }
}
