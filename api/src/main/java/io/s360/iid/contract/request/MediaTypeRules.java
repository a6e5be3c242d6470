package io.s360.iid.contract.request;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether a request speaks, and wants to be spoken to in, JSON. */
final class MediaTypeRules {

    private static final String TYPE = "application";
    private static final String SUBTYPE = "json";

    private MediaTypeRules() {}

    /** What is wrong with the declaration of the body; empty if it is plain JSON in UTF-8. */
    static Optional<String> contentTypeProblem(IncomingRequest request) {
        List<String> declared = request.headers("Content-Type");
        if (declared.size() != 1) {
            return Optional.of(declared.isEmpty() ? "is missing" : "is repeated");
        }
        Optional<MediaRange> type = MediaRange.parse(declared.get(0))
                .filter(ranges -> ranges.size() == 1)
                .map(ranges -> ranges.get(0));
        if (type.isEmpty() || type.get().precisionFor(TYPE, SUBTYPE) < 3) {
            return Optional.of("is not application/json");
        }
        String charset = type.get().parameters().getOrDefault("charset", "utf-8");
        return charset.equalsIgnoreCase("utf-8")
                ? Optional.empty()
                : Optional.of("declares a charset other than utf-8");
    }

    /** What is wrong with the coding of the body; empty if it is not coded. */
    static Optional<String> contentCodingProblem(IncomingRequest request) {
        boolean coded =
                request.headers("Content-Encoding").stream().anyMatch(coding -> !coding.equalsIgnoreCase("identity"));
        return coded ? Optional.of("declares a coding other than identity") : Optional.empty();
    }

    /** Why JSON is not wanted; empty if it is. */
    static Optional<String> acceptProblem(IncomingRequest request) {
        List<String> accepted = request.headers("Accept");
        String text = String.join(",", accepted);
        if (text.isBlank()) {
            return Optional.empty();
        }
        Optional<List<MediaRange>> ranges = MediaRange.parse(text);
        if (ranges.isEmpty()) {
            return Optional.of("is not a list of media ranges");
        }
        boolean wanted = ranges.get().stream()
                .filter(range -> range.precisionFor(TYPE, SUBTYPE) > 0)
                .max(Comparator.comparing(range -> range.precisionFor(TYPE, SUBTYPE)))
                .filter(MediaRange::isWanted)
                .isPresent();
        return wanted ? Optional.empty() : Optional.of("excludes application/json");
    }
}
