package io.s360.iid.mock;

import io.s360.iid.mock.answer.ContractServed;
import io.s360.iid.mock.answer.Served;
import io.s360.iid.mock.document.DocumentServed;
import java.util.stream.Stream;

/** What is said when a mock is ready. */
final class Greeting {

    private Greeting() {}

    /** Its parts; the later ones may take a moment. */
    static Stream<String> of(MockServer server, boolean isAdminOpen) {
        Served served = server.served();
        if (served instanceof DocumentServed foreign) {
            DocumentWelcome welcome = new DocumentWelcome(foreign.document(), server);
            return Stream.concat(Stream.of(welcome.text()), Stream.of(welcome).flatMap(late -> late.limits().stream()));
        }
        return Stream.of(new Welcome(((ContractServed) served).contract(), server, isAdminOpen).text());
    }
}
