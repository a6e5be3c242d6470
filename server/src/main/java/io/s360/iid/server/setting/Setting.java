package io.s360.iid.server.setting;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be set.
 *
 * @param name as files and options have it; {@code []} stands for a number in brackets
 * @param value that holds if nobody sets it; null if there is none
 */
public record Setting(String name, @Nullable String value, String description) {

    private static final String EACH = "[]";
    /** A list, or a set, may be given one by one. */
    private static final String ONE_OF_SEVERAL = "(_\\d+)?";

    /** The name as the environment has it. */
    public String variable() {
        return name.replace(EACH, "_0").replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT);
    }

    /** Whether the other says what stands in this, which is nothing that can be set itself. */
    boolean isListOf(Setting other) {
        return other.name.startsWith(name + EACH);
    }

    /** Whether a variable of the environment sets this, or one of several of these. */
    boolean isSetBy(String variable) {
        String pattern = name.replace(EACH, "_\\d+").replace(".", "_").replace("-", "_?") + ONE_OF_SEVERAL;
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE)
                .matcher(variable)
                .matches();
    }
}
