package io.s360.iid.verify;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The addresses on the command line, by the names of their columns. */
final class Addresses {

    private Addresses() {}

    /**
     * Each address once, by its host, port and path.
     *
     * @throws IllegalArgumentException if one is no address of a web service, or carries credentials or a query
     */
    static Map<String, URI> named(List<URI> targets) {
        Map<String, URI> named = new LinkedHashMap<>();
        for (URI target : targets) {
            if (target.getRawUserInfo() != null) {
                throw new IllegalArgumentException(
                        "--target takes no user and password in the address; give --header 'Authorization: $VARIABLE'");
            }
            if (target.getRawQuery() != null || target.getRawFragment() != null) {
                throw new IllegalArgumentException("--target takes an address without a query or a fragment");
            }
            if (target.getHost() == null || !String.valueOf(target.getScheme()).matches("https?")) {
                throw new IllegalArgumentException(
                        "--target " + target + " is not an address such as http://localhost:4010");
            }
            String path = Optional.ofNullable(target.getRawPath()).orElse("").replaceFirst("/+$", "");
            named.put(target.getRawAuthority() + path, target);
        }
        return named;
    }
}
