package io.s360.iid.mock.document.schema;

import io.s360.iid.mock.document.source.Part;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes numbers: small ones, unless other ones are demanded. */
record NumberMaker(Random random) {

    private static final BigDecimal USUAL_RANGE = BigDecimal.valueOf(99);
    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal LARGEST_INT = BigDecimal.valueOf(Integer.MAX_VALUE);

    @Nullable
    JsonNode make(Shape shape, boolean isInteger) {
        BigDecimal step = stepOf(shape, isInteger);
        Bound least = bound(shape, "minimum", "exclusiveMinimum", Comparator.naturalOrder());
        Bound most = bound(shape, "maximum", "exclusiveMaximum", Comparator.reverseOrder());
        if (most == null
                && shape.all("format").anyMatch(format -> format.asString("").equals("int32"))) {
            most = new Bound(LARGEST_INT, false);
        }
        BigDecimal low = least == null ? usualLow(step, most) : least.moved(step);
        BigDecimal usualHigh = low.add(USUAL_RANGE.max(step));
        BigDecimal high = most == null ? usualHigh : most.moved(step.negate()).min(usualHigh);
        BigDecimal first = low.divide(step, 0, RoundingMode.CEILING).multiply(step);
        if (first.compareTo(high) > 0) {
            return isInteger || shape.has("multipleOf") ? null : between(least, most);
        }
        long steps = high.subtract(first).divide(step, 0, RoundingMode.FLOOR).longValue();
        return toNode(first.add(step.multiply(BigDecimal.valueOf((long) (random.nextDouble() * (steps + 1))))));
    }

    private static BigDecimal usualLow(BigDecimal step, @Nullable Bound most) {
        BigDecimal high = most == null ? BigDecimal.ONE : most.value();
        return high.signum() > 0 ? step.min(high) : high.subtract(USUAL_RANGE.max(step));
    }

    /** For bounds so narrow that there is no round number between them. */
    private static @Nullable JsonNode between(@Nullable Bound least, @Nullable Bound most) {
        return least == null || most == null || least.value().compareTo(most.value()) > 0
                ? null
                : toNode(least.value().add(most.value()).multiply(HALF));
    }

    private static BigDecimal stepOf(Shape shape, boolean isInteger) {
        BigDecimal step = shape.all("multipleOf")
                .filter(JsonNode::isNumber)
                .map(JsonNode::decimalValue)
                .filter(multiple -> multiple.signum() > 0)
                .reduce(BigDecimal::max)
                .orElse(isInteger ? BigDecimal.ONE : HUNDREDTH);
        boolean isWhole = step.stripTrailingZeros().scale() <= 0;
        return isInteger && !isWhole ? step.multiply(BigDecimal.TEN.pow(step.scale())) : step;
    }

    private record Bound(BigDecimal value, boolean isExcluded) {

        BigDecimal moved(BigDecimal step) {
            return isExcluded ? value.add(step) : value;
        }
    }

    /** The tightest bound, whether it is written as OpenAPI 3.0 or 3.1 has it; null if there is none. */
    private static @Nullable Bound bound(
            Shape shape, String keyword, String exclusive, Comparator<BigDecimal> tighter) {
        List<Bound> bounds = new ArrayList<>();
        for (Part part : shape.parts()) {
            JsonNode bound = part.value().get(keyword);
            JsonNode excluded = part.value().get(exclusive);
            if (bound != null && bound.isNumber()) {
                bounds.add(new Bound(bound.decimalValue(), part.isSet(exclusive)));
            }
            if (excluded != null && excluded.isNumber()) {
                bounds.add(new Bound(excluded.decimalValue(), true));
            }
        }
        return bounds.stream()
                .max(Comparator.comparing(Bound::value, tighter).thenComparing(Bound::isExcluded))
                .orElse(null);
    }

    private static JsonNode toNode(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        if (plain.scale() > 0) {
            return Draft.JSON.numberNode(plain);
        }
        return plain.abs().compareTo(LARGEST_INT) <= 0
                ? Draft.JSON.numberNode(plain.intValueExact())
                : Draft.JSON.numberNode(plain.toBigIntegerExact());
    }
}
