package io.s360.iid.mock.document;

import io.s360.iid.contract.source.Place;
import io.s360.iid.mock.answer.Answered;
import io.s360.iid.mock.answer.MockRequest;
import io.s360.iid.mock.answer.Reply;
import io.s360.iid.mock.answer.World;
import io.s360.iid.mock.lifecycle.ResourceView;
import io.s360.iid.mock.lifecycle.UnusableState;
import io.s360.iid.mock.refusal.Account;
import io.s360.iid.mock.refusal.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a foreign document has of a world: answers, and nothing that lives. */
record DocumentWorld(OpenDocument document, int longestBody) implements World {

    private static final int FIRST_REFUSAL = 400;

    @Override
    public Answered answer(MockRequest request) {
        DocumentAnswer answer = document.answer(
                request.method(),
                request.path(),
                request.query().isEmpty() ? null : request.query(),
                request::headers,
                () -> request.body(longestBody));
        List<Reason> reasons = answer.problems().stream().map(this::toReason).toList();
        boolean isChosen = answer.headers().containsKey("Preference-Applied");
        Account.Kind kind = isChosen
                ? Account.Kind.REHEARSED
                : answer.status() < FIRST_REFUSAL ? Account.Kind.GRANTED : Account.Kind.REFUSED;
        return new Answered(
                toReply(answer), new Account(kind, answer.operation(), answer.answer(), reasons, null), "", null);
    }

    /** A status of refusal or fault, in a problem document: few documents declare the answers that an outage gives. */
    @Override
    public Optional<Answered> fail(MockRequest request, String answer, Reason reason) {
        if (!hasAnswer(answer)) {
            return Optional.empty();
        }
        DocumentAnswer failure =
                ProblemDetails.answer(Integer.parseInt(answer), "Something goes wrong on purpose.", null, List.of());
        Account account = new Account(Account.Kind.FAULTED, null, failure.answer(), List.of(reason), null);
        return Optional.of(new Answered(toReply(failure), account, "", null));
    }

    @Override
    public List<String> answersTo(MockRequest request) {
        return List.of("any status from 400 to 599");
    }

    @Override
    public boolean hasAnswer(String answer) {
        return answer.matches("[45][0-9]{2}");
    }

    @Override
    public Answered refuse(MockRequest request, Reason reason) {
        DocumentAnswer refusal = ProblemDetails.answer(FIRST_REFUSAL, reason.message(), null, List.of());
        Account account = new Account(Account.Kind.REFUSED, null, refusal.answer(), List.of(reason), null);
        return new Answered(toReply(refusal).with(Answered.REASON, reason.message()), account, "", null);
    }

    static Reply toReply(DocumentAnswer answer) {
        return new Reply(answer.status(), answer.headers(), new String(answer.body(), StandardCharsets.UTF_8));
    }

    @Override
    public void reset() {}

    @Override
    public JsonNode exportState() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public void importState(JsonNode state) {
        seed(state);
    }

    @Override
    public void seed(JsonNode state) {
        if (!state.isEmpty()) {
            throw new UnusableState("this document declares no life-cycle, so nothing can live here");
        }
    }

    @Override
    public JsonNode leave() {
        return exportState();
    }

    @Override
    public List<String> adopt(JsonNode state) {
        return state.propertyNames().stream().toList();
    }

    @Override
    public int size() {
        return 0;
    }

    @Override
    public List<ResourceView> resources() {
        return List.of();
    }

    private Reason toReason(Problem problem) {
        Place place = new Place(document.file(), problem.line());
        return new Reason(problem.where(), problem.rule(), problem.message(), problem.expected(), null, place);
    }
}
