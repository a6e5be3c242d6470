package io.s360.iid.contract.request;

import io.s360.iid.contract.Check;
import io.s360.iid.contract.schema.Violation;
import io.s360.iid.contract.source.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a request speaks, and wants to be spoken to in, JSON. */
final class MediaTypeRules {

    private static final String TYPE = "application";
    private static final String SUBTYPE = "json";
    private static final String JSON = "application/json";
    private static final String UTF_8 = "utf-8";
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String ACCEPT = "Accept";

    private MediaTypeRules() {}

    /**
     * What is wrong with the declaration of the body; null if it is plain JSON in UTF-8.
     *
     * @param declared where the contract declares the media type of the body
     */
    static @Nullable Failure contentType(IncomingRequest request, Check check, Place declared) {
        List<String> types = request.headers(CONTENT_TYPE);
        List<String> codings = request.headers("Content-Encoding");
        if (codings.isEmpty() && types.size() == 1 && types.get(0).equalsIgnoreCase(JSON)) {
            return null;
        }
        List<Violation> violations = new ArrayList<>();
        boolean isReadable = true;
        if (types.size() != 1) {
            violations.add(
                    violation(check, CONTENT_TYPE, types.isEmpty() ? "is missing" : "is repeated", JSON, declared));
        } else {
            Optional<MediaRange> type = jsonIn(types.get(0));
            if (type.isEmpty()) {
                violations.add(violation(check, CONTENT_TYPE, "is not " + JSON, JSON, declared));
            } else if (!type.get().parameters().getOrDefault("charset", UTF_8).equalsIgnoreCase(UTF_8)) {
                violations.add(violation(
                        check, CONTENT_TYPE, "declares a charset other than utf-8", "charset=utf-8", check.place()));
                isReadable = false;
            }
        }
        if (codings.stream().anyMatch(coding -> !coding.equalsIgnoreCase("identity"))) {
            violations.add(violation(
                    check, "Content-Encoding", "declares a coding other than identity", "identity", check.place()));
            isReadable = false;
        }
        return Failure.of(violations, isReadable ? Set.of() : BodyRules.CHECKS);
    }

    private static Optional<MediaRange> jsonIn(String contentType) {
        return MediaRange.parse(contentType)
                .filter(ranges -> ranges.size() == 1)
                .map(ranges -> ranges.get(0))
                .filter(range -> range.precisionFor(TYPE, SUBTYPE) == 3);
    }

    /** Why JSON is not wanted; null if it is. */
    static @Nullable Failure accept(IncomingRequest request, Check check) {
        List<String> accepted = request.headers(ACCEPT);
        if (accepted.isEmpty() || (accepted.size() == 1 && isSimple(accepted.get(0)))) {
            return null;
        }
        String problem = acceptProblem(String.join(",", accepted));
        return problem == null ? null : Failure.of(violation(check, ACCEPT, problem, JSON, check.place()), Set.of());
    }

    private static boolean isSimple(String accept) {
        return accept.equals("*/*") || accept.equalsIgnoreCase(JSON);
    }

    private static @Nullable String acceptProblem(String text) {
        if (text.isBlank()) {
            return null;
        }
        Optional<List<MediaRange>> ranges = MediaRange.parse(text);
        if (ranges.isEmpty()) {
            return "is not a list of media ranges";
        }
        boolean wanted = ranges.get().stream()
                .filter(range -> range.precisionFor(TYPE, SUBTYPE) > 0)
                .max(Comparator.comparing(range -> range.precisionFor(TYPE, SUBTYPE)))
                .filter(MediaRange::isWanted)
                .isPresent();
        return wanted ? null : "excludes " + JSON;
    }

    private static Violation violation(Check check, String header, String problem, String expected, Place rule) {
        return new Violation(check.kind().key(), header, problem, expected, rule);
    }
}
