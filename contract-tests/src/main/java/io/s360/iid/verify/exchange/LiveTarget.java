package io.s360.iid.verify.exchange;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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
    private final List<Request.Header> passes;
    private boolean preferring;

    private LiveTarget(String name, URI baseUri, Contract contract, List<Request.Header> passes) {
        this.name = name;
        this.baseUri = baseUri;
        this.contract = contract;
        this.passes = List.copyOf(passes);
    }

    /**
     * Looks whether anybody is there.
     *
     * @throws Unreachable if not
     */
    public static LiveTarget at(String name, URI baseUri, Contract contract) {
        return at(name, baseUri, contract, List.of());
    }

    /**
     * Looks whether anybody is there.
     *
     * @param passes headers that every request carries beside its own, such as a gateway demands
     * @throws Unreachable if not
     */
    public static LiveTarget at(String name, URI baseUri, Contract contract, List<Request.Header> passes) {
        LiveTarget target = new LiveTarget(name, baseUri, contract, passes);
        Operation any = contract.operations().get(0);
        Response response = target.ask(any.method(), any, List.of(preferring(contract.unforeseen())), "{}");
        target.preferring = !response.header("Preference-Applied").isEmpty();
        return target;
    }

    /**
     * Looks whether anybody is there by a request that changes nothing by the rules of HTTP, and asks for no faults.
     *
     * @throws Unreachable if not
     */
    public static LiveTarget quietlyAt(String name, URI baseUri, Contract contract, List<Request.Header> passes) {
        LiveTarget target = new LiveTarget(name, baseUri, contract, passes);
        target.ask("OPTIONS", contract.operations().get(0), List.of(), "");
        return target;
    }

    private Response ask(String method, Operation operation, List<Request.Header> headers, String body) {
        Request probe = new Request(method, operation.path(), headers, body.getBytes(StandardCharsets.UTF_8));
        return new Wire().send(baseUri, toSend(probe)).response();
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
    public Request toSend(Request request) {
        Request sent = request;
        for (Request.Header pass : passes) { // a case that tries such a header, too, would not get as far as the target
            sent = sent.without(pass.name());
        }
        for (Request.Header pass : passes) {
            sent = sent.adding(pass.name(), pass.value());
        }
        return sent;
    }

    @Override
    public Optional<UnaryOperator<Request>> provoke(Fault fault) {
        Request.Header header = preferring(fault == Fault.UNFORESEEN ? contract.unforeseen() : contract.unavailable());
        return preferring ? Optional.of(request -> request.adding(header.name(), header.value())) : Optional.empty();
    }
}
