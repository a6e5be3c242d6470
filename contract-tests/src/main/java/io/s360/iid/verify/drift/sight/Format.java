package io.s360.iid.verify.drift.sight;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The formats of texts that a contract can name. */
public enum Format {
    UUID("uuid", "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", "00000000-0000-4000-8000-000000000000"),
    DATE_TIME(
            "date-time",
            "[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]([.][0-9]+)?(Z|[+-][0-2][0-9]:[0-5][0-9])",
            "2026-01-15T08:00:00.000Z"),
    EMAIL("email", "[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+([.][A-Za-z0-9-]+)+", "name@example.com");

    private final String key;
    private final Pattern pattern;
    private final String example;

    Format(String key, String pattern, String example) {
        this.key = key;
        this.pattern = Pattern.compile(pattern);
        this.example = example;
    }

    /** The name of this format in the document. */
    public String key() {
        return key;
    }

    /** A text of this format that is nobody's. */
    public String example() {
        return example;
    }

    static Set<Format> of(String text) {
        Set<Format> formats = EnumSet.noneOf(Format.class);
        for (Format format : values()) {
            if (text.length() <= 254 && format.pattern.matcher(text).matches()) {
                formats.add(format);
            }
        }
        return formats;
    }
}
