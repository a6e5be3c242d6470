package io.s360.iid.mock.answer;

import io.s360.iid.mock.lifecycle.ResourceView;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** All that lives behind the operations for one tenant, and answers for it. Safe for use by several threads. */
public interface World {

    /**
     * The answer to a request; what is decided has then happened.
     *
     * @throws java.io.UncheckedIOException if the body does not arrive, so that nobody waits for an answer
     */
    Answered answer(MockRequest request);

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

    /** The named resources as they stand now, parents before their children. */
    List<ResourceView> resources();
}
