package io.s360.iid.mock.answer;

import io.s360.iid.mock.lifecycle.ResourceView;
import io.s360.iid.mock.refusal.Reason;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** All that lives behind the operations for one tenant, and answers for it. Safe for use by several threads. */
public interface World {

    /**
     * The answer to a request; what is decided has then happened.
     *
     * @throws java.io.UncheckedIOException if the body does not arrive, so that nobody waits for an answer
     * @throws io.s360.iid.mock.lifecycle.SandboxLeft if what lives here has left in the meantime; nothing has happened then
     */
    Answered answer(MockRequest request);

    /**
     * Something goes wrong with a request, whatever else it has or lacks: it gets this answer, and nothing lives, ends or is
     * counted by it.
     *
     * @param answer its name or status
     * @return empty if the request calls no operation, or one that has no such answer
     */
    Optional<Answered> fail(MockRequest request, String answer, Reason reason);

    /** The answers of the operation that a request calls, by status and name; none if it calls none. */
    List<String> answersTo(MockRequest request);

    /** Whether any operation has an answer of this name or status. */
    boolean hasAnswer(String answer);

    /** Refuses a request that the mock itself cannot follow, for a header of the mock's own. */
    Answered refuse(MockRequest request, Reason reason);

    /** Back to the start. */
    void reset();

    /** All resources: an object with a list for each kind. */
    JsonNode exportState();

    /**
     * Replaces all resources by those of an export; all of them, or none if it throws.
     *
     * @throws io.s360.iid.mock.lifecycle.UnusableState if they can't live here
     */
    void importState(JsonNode state);

    /**
     * Adds resources, in the form of an export or of the contract's demo data; all of them, or none if it throws.
     *
     * @throws io.s360.iid.mock.lifecycle.UnusableState if they can't live here
     */
    void seed(JsonNode state);

    /** Gives all resources away, to be adopted elsewhere; whoever asks them here is told so. */
    JsonNode leave();

    /**
     * Replaces all resources by as many of those of another world as can live here.
     *
     * @return what had to be left out, and why
     */
    List<String> adopt(JsonNode state);

    /** How many named resources there are. */
    int size();

    /** The named resources as they stand now, parents before their children. */
    List<ResourceView> resources();
}
