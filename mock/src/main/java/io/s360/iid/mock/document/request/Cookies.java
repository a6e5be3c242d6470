package io.s360.iid.mock.document.request;

import java.util.LinkedHashMap;
import java.util.Map;

/** The cookies of a request (RFC 6265, 4.2). */
final class Cookies {

    private Cookies() {}

    static Map<String, String> in(Call call) {
        Map<String, String> cookies = new LinkedHashMap<>();
        for (String header : call.header("Cookie")) {
            for (String pair : header.split(";", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    cookies.putIfAbsent(
                            pair.substring(0, equals).strip(),
                            pair.substring(equals + 1).strip());
                }
            }
        }
        return cookies;
    }
}
