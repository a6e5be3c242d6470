package io.s360.iid.mock.document.schema;

import com.github.curiousoddman.rgxgen.RgxGen;
import com.github.curiousoddman.rgxgen.config.RgxGenOption;
import com.github.curiousoddman.rgxgen.config.RgxGenProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Texts that a regular expression matches. */
final class PatternTexts {

    private static final int LONGEST_REPETITION = 4_000;
    private static final Pattern LOOKAROUND = Pattern.compile("\\(\\?<?[=!][^()]*\\)");

    private PatternTexts() {}

    /**
     * Texts for a pattern; none if the pattern is not understood. Whoever needs to be sure asks the judge: what is
     * understood of lookarounds is little, so that one text is made as if there were none.
     *
     * @param reach how often at most is repeated what may be repeated without end
     */
    static List<String> of(String pattern, long seed, int reach) {
        List<String> texts = new ArrayList<>(made(pattern, seed, reach));
        String free = LOOKAROUND.matcher(pattern).replaceAll("");
        if (!free.equals(pattern)) {
            texts.addAll(made(free, seed, reach));
        }
        return texts;
    }

    private static List<String> made(String pattern, long seed, int reach) {
        RgxGenProperties properties = new RgxGenProperties();
        RgxGenOption.INFINITE_PATTERN_REPETITION.setInProperties(properties, Math.min(LONGEST_REPETITION, reach));
        try {
            return List.of(RgxGen.parse(properties, pattern).generate(new Random(seed)));
        } catch (RuntimeException | StackOverflowError notUnderstood) {
            return List.of();
        }
    }
}
