package io.s360.iid.mock.document.schema;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Texts of the formats that JSON Schema and OpenAPI name. */
final class FormatTexts {

    private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");
    private static final int YEAR_IN_SECONDS = (int) Duration.ofDays(365).toSeconds();

    private FormatTexts() {}

    /** Texts of a format, the more usual first; none if the format is not known. */
    static List<String> of(String format, Random random) {
        int number = 1 + random.nextInt(99);
        return switch (format) {
            case "date-time" -> List.of(moment(random).toString());
            case "date" ->
                List.of(moment(random).atOffset(ZoneOffset.UTC).toLocalDate().toString());
            case "time" -> List.of(moment(random).toString().substring(11));
            case "duration" -> List.of("PT" + number + "M");
            case "uuid" ->
                List.of(new UUID((random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() >>> 2) | Long.MIN_VALUE)
                        .toString());
            case "email", "idn-email" -> List.of("user" + number + "@example.com");
            case "uri", "url", "iri" -> List.of("https://example.com/" + number, "https://e.co", "urn:a");
            case "uri-reference", "iri-reference" -> List.of("/path/" + number);
            case "uri-template" -> List.of("/path/{id}");
            case "hostname", "idn-hostname" -> List.of("host" + number + ".example.com");
            case "ipv4", "ip-address", "ip" -> List.of("192.0.2." + number);
            case "ipv6" -> List.of("2001:db8::" + number);
            case "byte", "base64", "base64url" -> List.of(base64(number));
            case "json-pointer" -> List.of("/member/" + number);
            case "relative-json-pointer" -> List.of("1/member");
            case "regex" -> List.of("^[a-z]+$");
            case "int32", "int64", "decimal", "utc-millisec" -> List.of(String.valueOf(number));
            case "phone" -> List.of("+9714123" + (1000 + number));
            case "color" -> List.of("#3366" + (10 + number % 90));
            case "style" -> List.of("color: red");
            case "alpha", "alphanumeric" -> List.of("amber");
            default -> List.of();
        };
    }

    private static Instant moment(Random random) {
        return EPOCH.plusSeconds(random.nextInt(YEAR_IN_SECONDS));
    }

    private static String base64(int number) {
        return Base64.getEncoder().encodeToString(("bytes-" + number).getBytes(StandardCharsets.UTF_8));
    }
}
