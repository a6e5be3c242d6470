package io.s360.iid.mock.document.request;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names and values as queries and forms have them.
 *
 * @param raw by decoded name, the values not yet decoded: commas that are part of a value are encoded
 */
record QueryText(Map<String, List<String>> raw) {

    static QueryText of(String text) {
        Map<String, List<String>> raw = new LinkedHashMap<>();
        for (String pair : text.isEmpty() ? new String[0] : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            raw.computeIfAbsent(name, none -> new ArrayList<>()).add(equals < 0 ? "" : pair.substring(equals + 1));
        }
        return new QueryText(raw);
    }

    boolean has(String name) {
        return raw.containsKey(name);
    }

    Set<String> names() {
        return raw.keySet();
    }

    /** The values of a name, each as it was given. */
    List<String> values(String name) {
        return raw.getOrDefault(name, List.of()).stream()
                .map(QueryText::decoded)
                .toList();
    }

    /** The values of a name, not decoded. */
    List<String> rawValues(String name) {
        return raw.getOrDefault(name, List.of());
    }

    static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
