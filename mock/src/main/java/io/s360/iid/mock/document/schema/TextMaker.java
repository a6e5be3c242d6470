package io.s360.iid.mock.document.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Makes texts: by their format, otherwise by their pattern, otherwise a word. */
record TextMaker(Random random) {

    private static final int LONGEST = 100_000;
    private static final int TRIES = 12;
    private static final List<String> WORDS =
            List.of("amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "harbor", "indigo", "juniper");

    /** @param isAccepted decides among the candidates */
    @Nullable
    JsonNode make(Shape shape, Predicate<JsonNode> isAccepted) {
        int least = Math.min(LONGEST, limit(shape, "minLength", 0, true));
        int most = limit(shape, "maxLength", Integer.MAX_VALUE, false);
        List<String> candidates = new ArrayList<>();
        shape.all("format").forEach(format -> candidates.addAll(FormatTexts.of(format.asString(""), random)));
        shape.all("pattern").forEach(pattern -> {
            for (int reach = 1; reach <= TRIES; reach++) {
                candidates.addAll(PatternTexts.of(pattern.asString(""), random.nextLong(), Math.max(reach, least)));
                candidates.addAll(PatternTexts.of(pattern.asString(""), random.nextLong(), reach));
            }
        });
        boolean isFree = candidates.isEmpty();
        String word = fitted(WORDS.get(random.nextInt(WORDS.size())) + "-" + (1 + random.nextInt(99)), least, most);
        if (isFree) {
            return StringNode.valueOf(word);
        }
        candidates.add(word);
        return candidates.stream()
                .map(StringNode::valueOf)
                .filter(isAccepted)
                .findFirst()
                .orElse(null);
    }

    private static String fitted(String word, int least, int most) {
        StringBuilder text = new StringBuilder(word);
        while (text.length() < least) {
            text.append('-').append(word);
        }
        return text.substring(0, Math.min(most, text.length()));
    }

    private static int limit(Shape shape, String keyword, int none, boolean isLeast) {
        return shape.all(keyword)
                .filter(JsonNode::isNumber)
                .map(JsonNode::asInt)
                .reduce(isLeast ? Math::max : Math::min)
                .orElse(none);
    }
}
