package io.s360.iid.verify.exchange;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An address of which nothing more is known. Where it honours {@code Prefer: example=…}, as mocks do and live systems do
 * not, faults are asked for in this way.
 */
public final class LiveTarget implements Target {

    private final String name;
    private final URI baseUri;
    private final Contract contract;
    private final boolean preferring;

    private LiveTarget(String name, URI baseUri, Contract contract, boolean preferring) {
        this.name = name;
        this.baseUri = baseUri;
        this.contract = contract;
        this.preferring = preferring;
    }

    /**
     * Looks whether anybody is there.
     *
     * @throws Unreachable if not
     */
    public static LiveTarget at(String name, URI baseUri, Contract contract) {
        Operation any = contract.operations().get(0);
        Request probe = new Request(
                any.method(),
                any.path(),
                List.of(preferring(contract.unforeseen())),
                "{}".getBytes(StandardCharsets.UTF_8));
        Response response = new Wire().send(baseUri, probe).response();
        return new LiveTarget(
                name, baseUri, contract, !response.header("Preference-Applied").isEmpty());
    }

    private static Request.Header preferring(Answer answer) {
        return new Request.Header("Prefer", "example=" + answer.name());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public URI baseUri() {
        return baseUri;
    }

    @Override
    public Optional<UnaryOperator<Request>> provoke(Fault fault) {
        Request.Header header = preferring(fault == Fault.UNFORESEEN ? contract.unforeseen() : contract.unavailable());
        return preferring ? Optional.of(request -> request.adding(header.name(), header.value())) : Optional.empty();
    }

    /** Only mocks honour preferences, and only ours can be steered. */
    @Override
    public Optional<Backstage> backstage() {
        return preferring ? MockBackstage.at(baseUri, baseUri, contract, Instant.now()) : Optional.empty();
    }
}
