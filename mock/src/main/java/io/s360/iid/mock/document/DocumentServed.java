package io.s360.iid.mock.document;

import io.s360.iid.mock.answer.Reply;
import io.s360.iid.mock.answer.Served;
import io.s360.iid.mock.answer.World;
import io.s360.iid.mock.refusal.Secrets;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** A foreign document, served to any number of tenants, who all see the same. */
public final class DocumentServed implements Served {

    private static final int LONGEST_BODY = 8 << 20;
    private static final Set<String> OWN_HEADERS =
            Set.of("Allow", "Link", "Preference-Applied", "WWW-Authenticate", "X-Mock-Reason");

    private final OpenDocument document;
    private final Secrets secrets = Secrets.suspected();

    public DocumentServed(OpenDocument document) {
        this.document = document;
    }

    public OpenDocument document() {
        return document;
    }

    @Override
    public World newWorld(InstantSource clock, Supplier<UUID> ids) {
        return new DocumentWorld(document, LONGEST_BODY);
    }

    @Override
    public Secrets secrets() {
        return secrets;
    }

    @Override
    public Reply replyToNoRequest() {
        return DocumentWorld.toReply(
                ProblemDetails.answer(400, "The request is not HTTP as the server reads it.", null, List.of()));
    }

    @Override
    public Reply replyToFault() {
        return DocumentWorld.toReply(
                ProblemDetails.answer(500, "The mock is at fault; its log says more.", null, List.of()));
    }

    @Override
    public Set<String> headerNames() {
        return OWN_HEADERS;
    }

    @Override
    public OptionalInt longestBody(String path) {
        return OptionalInt.of(LONGEST_BODY);
    }
}
