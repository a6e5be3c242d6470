package io.s360.iid.mock.document;

import io.s360.iid.mock.document.request.Finding;
import io.s360.iid.mock.document.schema.Flaw;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Refuses requests: as the operation declares it, otherwise with problem details. */
record Refusals(Answers answers) {

    private static final int INVALID = 422;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int WRONG_TYPE = 415;

    /** Whatever the caller accepts: a refusal in another type says more than one about types. */
    private static final Acceptance ANYTHING = new Acceptance(List.of());

    DocumentAnswer refuse(Operation operation, Finding finding) {
        List<Problem> problems =
                finding.flaws().stream().map(Refusals::toProblem).toList();
        int status = statusFor(operation, finding.kind());
        DocumentAnswer plain = operation
                .of(status)
                .filter(response -> !response.contents().isEmpty())
                .map(response -> answers.declared(operation, response, status, null, ANYTHING))
                .filter(answer -> answer.status() == status)
                .orElseGet(() -> ProblemDetails.answer(status, sentence(problems), operation.name(), problems));
        Map<String, String> headers = new LinkedHashMap<>(plain.headers());
        challenge(operation, finding).ifPresent(challenge -> headers.putIfAbsent("WWW-Authenticate", challenge));
        return new DocumentAnswer(status, headers, plain.body(), operation.name(), plain.answer(), problems);
    }

    private static Optional<String> challenge(Operation operation, Finding finding) {
        return finding.kind() == Finding.Kind.NO_CREDENTIALS ? operation.rules().challenge() : Optional.empty();
    }

    private static int statusFor(Operation operation, Finding.Kind kind) {
        return switch (kind) {
            case NO_CREDENTIALS -> UNAUTHORIZED;
            case WRONG_TYPE -> WRONG_TYPE;
            default -> operation.declares(INVALID) ? INVALID : BAD_REQUEST;
        };
    }

    private static Problem toProblem(Flaw flaw) {
        return new Problem(flaw.where(), flaw.rule(), flaw.expected(), flaw.message(), flaw.line());
    }

    private static String sentence(List<Problem> problems) {
        Problem first = problems.get(0);
        String where = first.where().isEmpty() ? "" : first.where() + ": ";
        String others = problems.size() == 1 ? "" : ", and " + (problems.size() - 1) + " more";
        return where + first.message() + others;
    }
}
