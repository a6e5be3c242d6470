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

    private static final String JSON = "application/json";
    private static final String UTF_8 = "utf-8";
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String CONTENT_ENCODING = "Content-Encoding";
    private static final String ACCEPT = "Accept";

    private final Memo<Declared> contentTypes = new Memo<>(MediaTypeRules::declaredBy);
    private final Memo<Optional<String>> accepts = new Memo<>(MediaTypeRules::problemOfAccept);

    /** What a Content-Type header declares. */
    private enum Declared {
        JSON_IN_UTF_8,
        JSON_IN_ANOTHER_CHARSET,
        ANOTHER_TYPE
    }

    /**
     * What is wrong with the declaration of the body; null if it is plain JSON in UTF-8.
     *
     * @param declared where the contract declares the media type of the body
     */
    @Nullable
    Failure contentType(IncomingRequest request, Check check, Place declared) {
        List<Violation> violations = new ArrayList<>(0);
        boolean isReadable = true;
        List<String> types = request.headers(CONTENT_TYPE);
        if (types.size() != 1) {
            String problem = types.isEmpty() ? "is missing" : "is repeated";
            violations.add(violation(check, CONTENT_TYPE, problem, JSON, declared));
        } else {
            Declared found = contentTypes.meaningOf(types.get(0));
            if (found == Declared.ANOTHER_TYPE) {
                violations.add(violation(check, CONTENT_TYPE, "is not " + JSON, JSON, declared));
            } else if (found == Declared.JSON_IN_ANOTHER_CHARSET) {
                String problem = "declares a charset other than utf-8";
                violations.add(violation(check, CONTENT_TYPE, problem, "charset=utf-8", check.place()));
                isReadable = false;
            }
        }
        if (isCoded(request.headers(CONTENT_ENCODING))) {
            String problem = "declares a coding other than identity";
            violations.add(violation(check, CONTENT_ENCODING, problem, "identity", check.place()));
            isReadable = false;
        }
        return Failure.of(violations, isReadable ? Set.of() : BodyRules.CHECKS);
    }

    private static Declared declaredBy(String contentType) {
        List<MediaRange> ranges = MediaRange.parse(contentType).orElse(List.of());
        if (ranges.size() != 1 || !ranges.get(0).isJson()) {
            return Declared.ANOTHER_TYPE;
        }
        String charset = ranges.get(0).parameters().getOrDefault("charset", UTF_8);
        return charset.equalsIgnoreCase(UTF_8) ? Declared.JSON_IN_UTF_8 : Declared.JSON_IN_ANOTHER_CHARSET;
    }

    private static boolean isCoded(List<String> codings) {
        for (String coding : codings) {
            if (!coding.equalsIgnoreCase("identity")) {
                return true;
            }
        }
        return false;
    }

    /** Why JSON is not wanted; null if it is. */
    @Nullable
    Failure accept(IncomingRequest request, Check check) {
        List<String> accepted = request.headers(ACCEPT);
        if (accepted.isEmpty()) {
            return null;
        }
        String text = accepted.size() == 1 ? accepted.get(0) : String.join(",", accepted);
        return accepts.meaningOf(text)
                .map(problem -> Failure.of(violation(check, ACCEPT, problem, JSON, check.place()), Set.of()))
                .orElse(null);
    }

    private static Optional<String> problemOfAccept(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        Optional<List<MediaRange>> ranges = MediaRange.parse(text);
        if (ranges.isEmpty()) {
            return Optional.of("is not a list of media ranges");
        }
        boolean wanted = ranges.get().stream()
                .filter(range -> range.precisionForJson() > 0)
                .max(Comparator.comparing(MediaRange::precisionForJson))
                .filter(MediaRange::isWanted)
                .isPresent();
        return wanted ? Optional.empty() : Optional.of("excludes " + JSON);
    }

    private static Violation violation(Check check, String header, String problem, String expected, Place rule) {
        return new Violation(check.kind().key(), header, problem, expected, rule);
    }
}
