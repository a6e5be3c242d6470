package io.s360.iid.mock.http;

import io.s360.iid.contract.request.IncomingRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Who may use WireMock's admin API: the machine of the mock. Not what a proxy on that machine forwards, and not a web page of
 * elsewhere in a browser on it.
 *
 * @param isOpen whether anybody may
 */
record AdminGate(boolean isOpen) {

    private static final String ROOT = "/__admin";
    private static final List<String> FORWARDED = List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host");

    /** @param path decoded and without dots, as the server routes by it */
    static boolean guards(String path) {
        return path.equals(ROOT) || path.startsWith(ROOT + "/");
    }

    boolean admits(IncomingRequest request, InetSocketAddress remote) {
        return isOpen || (isHere(remote) && !isForwarded(request) && namesThisMachine(request));
    }

    private static boolean isHere(InetSocketAddress remote) {
        InetAddress address = remote.getAddress();
        return address != null && address.isLoopbackAddress();
    }

    private static boolean isForwarded(IncomingRequest request) {
        return FORWARDED.stream().anyMatch(name -> !request.headers(name).isEmpty());
    }

    /** A page's own origin, and a host name that somebody has pointed here, are told by these headers. */
    private static boolean namesThisMachine(IncomingRequest request) {
        return Stream.concat(
                        request.headers("Host").stream().map(host -> "http://" + host),
                        request.headers("Origin").stream())
                .allMatch(AdminGate::isLoopback);
    }

    private static boolean isLoopback(String origin) {
        try {
            String host = String.valueOf(new URI(origin).getHost()).toLowerCase(Locale.ROOT);
            return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.[0-9]{1,3}){3}");
        } catch (URISyntaxException nonsense) {
            return false;
        }
    }
}
