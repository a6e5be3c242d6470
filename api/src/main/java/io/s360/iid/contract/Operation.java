package io.s360.iid.contract;

import io.s360.iid.contract.source.Clause;
import io.s360.iid.contract.source.Place;
import io.s360.iid.contract.source.Provenance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One operation of the contract.
 *
 * @param method in upper case
 * @param maxBytes of a request body
 * @param maxDepth how deep objects and arrays of a request body may be nested; a flat object has depth 1
 * @param bodyLimits the clause that states both limits
 * @param headers that a request may carry beside those that authenticate the client
 * @param requestMedia where the media type of the body is declared
 * @param requestSchema of the body
 * @param requests the request examples by case; where an answer has the same name, it is the answer to that request
 * @param answers in the order of the document, by name
 * @param decisions the first that holds decides
 * @param subjects the resources that the request names by their keys, outermost first
 */
public record Operation(
        String id,
        String summary,
        String method,
        String path,
        int maxBytes,
        int maxDepth,
        Clause bodyLimits,
        List<HeaderParameter> headers,
        Place requestMedia,
        Clause requestSchema,
        Map<String, JsonNode> requests,
        Map<String, Answer> answers,
        List<Decision> decisions,
        List<Resource> subjects,
        Place place,
        Provenance provenance) {

    /**
     * A header of the request whose value is judged by a schema.
     *
     * @param place where it is said whether the header is required
     */
    public record HeaderParameter(String name, boolean required, Clause schema, Place place) {}

    /**
     * The answer of this name.
     *
     * @throws IllegalArgumentException if the operation declares none
     */
    public Answer answer(String name) {
        Answer answer = answers.get(name);
        if (answer == null) {
            throw new IllegalArgumentException(id + " has no answer " + name);
        }
        return answer;
    }

    /**
     * The first row of the decision table that holds.
     *
     * @throws IllegalStateException if none does; a contract that was read has none such
     */
    public Decision decide(Situation situation) {
        return find(situation).orElseThrow(() -> new IllegalStateException(id + " decides nothing for " + situation));
    }

    /** The first row of the decision table that holds; empty if the table forgets this situation. */
    public Optional<Decision> find(Situation situation) {
        return decisions.stream()
                .filter(decision -> decision.given().holdsIn(situation))
                .findFirst();
    }

    /** The answer of the last row that succeeds: what a caller hopes for. */
    public Answer success() {
        return decisions.stream()
                .map(Decision::answer)
                .filter(Answer::isSuccess)
                .reduce((first, later) -> later)
                .orElseThrow(() -> new IllegalStateException(id + " never succeeds"));
    }
}
