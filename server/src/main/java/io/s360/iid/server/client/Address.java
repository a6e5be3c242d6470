package io.s360.iid.server.client;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Whom a limit counts as one, and who has called. */
public final class Address {

    private static final String UNREADABLE = "(no address)";
    private static final Pattern IPV4 = Pattern.compile("[0-9.]{7,15}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");
    /** As some proxies pass it on: {@code 192.0.2.7:51234}, {@code [2001:db8::1]}, {@code [2001:db8::1]:443}. */
    private static final Pattern WITH_PORT =
            Pattern.compile("([0-9.]{7,15}):[0-9]{1,5}|\\[([^\\]]*)\\](?::[0-9]{1,5})?");

    private static final int BYTES_OF_A_NETWORK = 8;

    private Address() {}

    /**
     * An IPv4 address, or the network of an IPv6 address, for each subscriber has a whole one. What is no address is all
     * one, and is not repeated: behind a proxy anybody may have written it.
     */
    static String of(String remote) {
        String address = whole(remote);
        return IPV6.matcher(address).matches() && !IPV4.matcher(address).matches() ? networkOf(address) : address;
    }

    /** The whole address, without its zone and port. What looks like no address is not repeated. */
    public static String whole(String remote) {
        String host = WITH_PORT.matcher(remote).replaceFirst("$1$2");
        int zone = host.indexOf('%');
        String address = zone < 0 ? host : host.substring(0, zone);
        return IPV4.matcher(address).matches() || IPV6.matcher(address).matches() ? address : UNREADABLE;
    }

    /** In brackets it is taken as an address and never looked up as a name. */
    private static String networkOf(String address) {
        try {
            InetAddress parsed = InetAddress.getByName("[" + address + "]");
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), BYTES_OF_A_NETWORK)) + "::/64"
                    : parsed.getHostAddress();
        } catch (UnknownHostException noAddress) {
            return UNREADABLE;
        }
    }
}
