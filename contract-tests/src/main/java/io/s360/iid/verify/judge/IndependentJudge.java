package io.s360.iid.verify.judge;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import io.s360.iid.contract.Operation;
import io.s360.iid.verify.exchange.Request;
import io.s360.iid.verify.exchange.Response;
import java.util.List;

/**
 * A second opinion on shapes, by the Atlassian OpenAPI validator. It shares no code with the mock, the server or the
 * reader of the contract.
 */
public final class IndependentJudge {

    private final OpenApiInteractionValidator validator;

    /** @param document where the root document is: a URL, a file, or a path on the class path */
    public IndependentJudge(String document) {
        this.validator = OpenApiInteractionValidator.createForSpecificationUrl(document)
                .withStrictOperationPathMatching()
                .withLevelResolver(LevelResolver.create()
                        .withLevel("validation.request.parameter.query.unexpected", Level.ERROR)
                        .build())
                .build();
    }

    /** What the validator does not like about a response of an operation. */
    public List<Deviation> deviations(Operation operation, Response response) {
        SimpleResponse.Builder builder =
                SimpleResponse.Builder.status(response.status()).withBody(response.text());
        response.headers().forEach(builder::withHeader);
        return toDeviations(
                validator.validateResponse(operation.path(), Method.valueOf(operation.method()), builder.build()));
    }

    /** What the validator does not like about a request. */
    public List<Deviation> deviations(Request request) {
        SimpleRequest.Builder builder =
                new SimpleRequest.Builder(request.method(), request.target()).withBody(request.text());
        request.headers().forEach(header -> builder.withHeader(header.name(), header.value()));
        return toDeviations(validator.validateRequest(builder.build()));
    }

    private static List<Deviation> toDeviations(ValidationReport report) {
        return report.getMessages().stream()
                .filter(message -> message.getLevel() == Level.ERROR)
                .map(message -> new Deviation(
                        "independent judge", "nothing to say", message.getKey() + ": " + message.getMessage()))
                .toList();
    }
}
