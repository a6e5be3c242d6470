package io.s360.iid.mock.document;

import io.s360.iid.contract.request.MediaRange;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which types of body a caller accepts (RFC 9110, 12.5.1).
 *
 * @param ranges empty if everything is accepted
 */
record Acceptance(List<MediaRange> ranges) {

    /** What these {@code Accept} headers say; everything if they say nothing that can be read. */
    static Acceptance of(List<String> headers) {
        String text = String.join(",", headers);
        return new Acceptance(
                text.isBlank() ? List.of() : MediaRange.parse(text).orElse(List.of()));
    }

    /** Those that are accepted, the best first. Of equals JSON comes first, then the document's order counts. */
    List<Content> best(List<Content> contents) {
        return contents.stream()
                .filter(content -> weightOf(content).signum() > 0)
                .sorted(Comparator.comparing((Content content) -> weightOf(content))
                        .reversed()
                        .thenComparing(content -> content.kind() != BodyKind.JSON))
                .toList();
    }

    private BigDecimal weightOf(Content content) {
        if (ranges.isEmpty()) {
            return BigDecimal.ONE;
        }
        Optional<MediaRange> closest = ranges.stream()
                .filter(range -> content.precisionFor(range) > 0)
                .max(Comparator.comparing(content::precisionFor));
        // A declared range leaves the server free to choose, and may be met by whatever it sends.
        BigDecimal unnamed = content.type().contains("*") ? new BigDecimal("0.001") : BigDecimal.ZERO;
        return closest.map(Acceptance::statedBy).orElse(unnamed);
    }

    private static BigDecimal statedBy(MediaRange range) {
        try {
            return new BigDecimal(range.parameters().getOrDefault("q", "1"));
        } catch (NumberFormatException noWeight) {
            return BigDecimal.ONE;
        }
    }
}
