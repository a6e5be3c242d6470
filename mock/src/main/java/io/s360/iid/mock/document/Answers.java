package io.s360.iid.mock.document;

import io.s360.iid.mock.answer.Preference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gives the answers that an operation declares. Safe for use by several threads. */
record Answers(Bodies bodies, HeaderValues headers) {

    private static final String APPLIED = "Preference-Applied";

    /** What a good request is answered. */
    DocumentAnswer usual(Operation operation, Acceptance acceptance) {
        return operation
                .usual()
                .map(response -> declared(operation, response, response.usualStatus(), null, acceptance))
                .orElseGet(() -> notServed(operation, "It declares no answer."));
    }

    /** What the caller chooses with {@code Prefer}; a word on what there is to choose from if there is no such answer. */
    DocumentAnswer preferred(Operation operation, Preference preference, Acceptance acceptance) {
        return wanted(operation, preference)
                .map(response -> applied(
                        declared(operation, response, statusOf(response, preference), preference.example(), acceptance),
                        preference))
                .orElseGet(() -> unknown(operation));
    }

    /** A declared answer. Of the types that the caller accepts, the first that a body can be made of is given. */
    DocumentAnswer declared(
            Operation operation, Response response, int status, @Nullable String example, Acceptance acceptance) {
        Map<String, String> own = new LinkedHashMap<>(headers.of(response));
        if (response.contents().isEmpty() || !Response.mayHaveBody(status)) {
            return new DocumentAnswer(status, own, new byte[0], operation.name(), "" + status, List.of());
        }
        List<Content> accepted = acceptance.best(response.contents());
        if (accepted.isEmpty()) {
            return notAcceptable(operation, response);
        }
        for (Content content : withExampleFirst(accepted, example)) {
            Optional<Body> body = bodies.of(content, purpose(operation, response), example);
            if (body.isPresent()) {
                own.put("Content-Type", body.get().type());
                String name = status + " " + body.get().name();
                return new DocumentAnswer(status, own, body.get().bytes(), operation.name(), name, List.of());
            }
        }
        return notServed(operation, "No body can be made for its answer " + response.key() + ".");
    }

    static String purpose(Operation operation, Response response) {
        return operation.method() + " " + operation.path() + " " + response.key();
    }

    private static List<Content> withExampleFirst(List<Content> contents, @Nullable String example) {
        List<Content> sorted = new ArrayList<>(contents);
        sorted.sort((one, other) -> Boolean.compare(has(other, example), has(one, example)));
        return sorted;
    }

    private static boolean has(Content content, @Nullable String example) {
        return example != null
                && content.part()
                        .member("examples")
                        .flatMap(examples -> examples.member(example))
                        .isPresent();
    }

    private static Optional<Response> wanted(Operation operation, Preference preference) {
        String example = preference.example();
        String code = preference.code();
        if (code != null) {
            return code.matches("[2-5]\\d\\d")
                    ? operation
                            .of(Integer.parseInt(code))
                            .filter(response ->
                                    example == null || response.exampleNames().contains(example))
                    : Optional.empty();
        }
        return operation.responses().stream()
                .filter(response -> example != null && response.exampleNames().contains(example))
                .findFirst();
    }

    private static int statusOf(Response response, Preference preference) {
        return preference.code() == null ? response.usualStatus() : Integer.parseInt(preference.code());
    }

    /** Says what was granted: not an example in whose place another body stands, because it breaks its own schema. */
    private static DocumentAnswer applied(DocumentAnswer answer, Preference preference) {
        boolean isExample = answer.answer().endsWith(" " + preference.example());
        String example = preference.example() != null && isExample ? "example=" + preference.example() : "";
        String code = preference.code() == null ? "" : "code=" + preference.code();
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        if (!(example + code).isEmpty() && answer.answer().startsWith(String.valueOf(answer.status()))) {
            headers.put(APPLIED, example + (example.isEmpty() || code.isEmpty() ? "" : ", ") + code);
        }
        return new DocumentAnswer(
                answer.status(), headers, answer.body(), answer.operation(), answer.answer(), answer.problems());
    }

    private static DocumentAnswer unknown(Operation operation) {
        String known = operation.responses().stream()
                .map(response -> response.key()
                        + (response.exampleNames().isEmpty()
                                ? ""
                                : " (" + String.join(", ", response.exampleNames()) + ")"))
                .collect(Collectors.joining(", "));
        Problem problem = new Problem(
                Preference.HEADER,
                "preference",
                known,
                "names no answer of " + operation.name(),
                operation.part().place().line());
        return ProblemDetails.answer(
                400,
                Preference.HEADER + " names no answer of " + operation.name() + ", which has " + known,
                operation.name(),
                List.of(problem));
    }

    private static DocumentAnswer notAcceptable(Operation operation, Response response) {
        String types = response.contents().stream().map(Content::type).collect(Collectors.joining(", "));
        Problem problem = new Problem(
                "Accept",
                "media type",
                types,
                "excludes all types of this answer",
                response.part().place().line());
        return ProblemDetails.answer(406, "The answer is there as " + types, operation.name(), List.of(problem));
    }

    private static DocumentAnswer notServed(Operation operation, String why) {
        String place = operation.part().place().toString();
        return ProblemDetails.answer(
                501, "This operation is not served (" + place + "). " + why, operation.name(), List.of());
    }
}
