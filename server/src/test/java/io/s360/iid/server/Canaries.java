package io.s360.iid.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Secrets that nobody could write by chance, and a search for them in whatever has been written. */
final class Canaries {

    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final List<String> found = new ArrayList<>();

    void add(String name, String secret) {
        secrets.put(name, secret);
    }

    void search(String place, byte[] bytes) {
        search(place, new String(bytes, StandardCharsets.ISO_8859_1));
        search(place, new String(bytes, StandardCharsets.UTF_16LE));
        search(place, new String(bytes, StandardCharsets.UTF_16BE));
    }

    /** Also for what they are in Base64, as a credential may be carried. */
    void search(String place, String text) {
        secrets.forEach((name, secret) -> {
            String coded = Base64.getEncoder().withoutPadding().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
            if (text.contains(secret) || text.contains(coded)) {
                found.add(name + " in " + place);
            }
        });
    }

    List<String> found() {
        return found;
    }
}
