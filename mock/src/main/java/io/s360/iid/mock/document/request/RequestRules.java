package io.s360.iid.mock.document.request;

import io.s360.iid.contract.request.MediaRange;
import io.s360.iid.mock.document.schema.Flaw;
import io.s360.iid.mock.document.schema.Notes;
import io.s360.iid.mock.document.schema.OpenApi;
import io.s360.iid.mock.document.schema.SchemaJudge;
import io.s360.iid.mock.document.schema.Shapes;
import io.s360.iid.mock.document.source.BrokenSource;
import io.s360.iid.mock.document.source.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that an operation demands of a request. Safe for use by several threads. */
public final class RequestRules {

    private final SecurityRules security;
    private final ParameterRules parameters;
    private final @Nullable BodyRules body;

    /**
     * The rules of one operation.
     *
     * @param pathItems what holds the operation, and what that refers to
     * @param notes is told what will not be judged
     */
    public RequestRules(
            Part root, List<Part> pathItems, Part operation, OpenApi version, SchemaJudge judge, Notes notes) {
        Shapes shapes = new Shapes(version);
        ParameterText texts = ParameterText.of(new TypedText(judge, shapes), shapes);
        this.security = SecurityRules.of(root, operation, notes);
        this.parameters = new ParameterRules(Parameter.of(pathItems, operation, notes), texts, judge);
        this.body = bodyOf(operation, notes)
                .map(part -> new BodyRules(part, texts, shapes, judge))
                .orElse(null);
        tellUnjudged(notes);
    }

    private static Optional<Part> bodyOf(Part operation, Notes notes) {
        try {
            return operation.find("requestBody");
        } catch (BrokenSource broken) {
            notes.tell(broken.spot(), broken.problem() + ", so the body is not judged");
            return Optional.empty();
        }
    }

    private void tellUnjudged(Notes notes) {
        if (body == null) {
            return;
        }
        body.types().forEach((type, part) -> {
            if (!isJudged(type) && part.member("schema").isPresent()) {
                notes.tell(part.spot(), "bodies of " + type + " are not judged by their schema");
            }
        });
    }

    private static boolean isJudged(String type) {
        return MediaRange.parse(type)
                .map(range -> BodyRules.isJson(range.get(0)) || BodyRules.isForm(range.get(0)))
                .orElse(false);
    }

    /** The schemas that bodies are judged by, in the document's order. */
    public List<Part> bodySchemas() {
        return body == null
                ? List.of()
                : body.types().entrySet().stream()
                        .filter(type -> isJudged(type.getKey()))
                        .flatMap(type -> type.getValue().member("schema").stream())
                        .toList();
    }

    /** Whether the request carries credentials. What it is refused with otherwise has a challenge. */
    public Finding credentials(Call call) {
        return security.flaw(call)
                .map(flaw -> new Finding(Finding.Kind.NO_CREDENTIALS, List.of(flaw)))
                .orElse(Finding.GOOD);
    }

    /** The challenge of a refusal for want of credentials; empty if there is none to make. */
    public Optional<String> challenge() {
        return security.challenge();
    }

    /** What is wrong with parameters and body: all of it, unless the body is of a type that nobody declared. */
    public Finding content(Call call) {
        Finding ofBody = body == null ? Finding.GOOD : body.judge(call);
        if (ofBody.kind() == Finding.Kind.WRONG_TYPE) {
            return ofBody;
        }
        List<Flaw> flaws = new ArrayList<>(parameters.flaws(call));
        flaws.addAll(ofBody.flaws());
        return flaws.isEmpty() ? Finding.GOOD : new Finding(Finding.Kind.INVALID, flaws);
    }
}
