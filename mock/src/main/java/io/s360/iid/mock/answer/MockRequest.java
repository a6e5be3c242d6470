package io.s360.iid.mock.answer;

import io.s360.iid.contract.request.IncomingRequest;
import java.util.List;

/** A request as a mock sees it: also what no check of a contract looks at. */
public interface MockRequest extends IncomingRequest {

    /** The query of the request target as sent, without its question mark; empty if there is none. */
    String query();

    /** The names of all headers as sent, each once, in the order of their first appearance. */
    List<String> headerNames();

    /** As much of the body as somebody has read already. */
    byte[] bodySoFar();
}
