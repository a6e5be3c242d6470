package io.s360.iid.mock.http;

import io.s360.iid.mock.answer.MockRequest;
import io.s360.iid.mock.answer.Reply;
import java.util.Optional;

/** Pages of the mock itself. */
@FunctionalInterface
public interface Pages {

    /**
     * The page that a request is for.
     *
     * @param isAdmitted whether the caller may steer the mock
     * @return empty if it is for none, or for one that the caller may not see
     */
    Optional<Reply> page(MockRequest request, boolean isAdmitted);

    /** These, and where they have none the others. */
    default Pages or(Pages others) {
        return (request, isAdmitted) -> page(request, isAdmitted).or(() -> others.page(request, isAdmitted));
    }
}
