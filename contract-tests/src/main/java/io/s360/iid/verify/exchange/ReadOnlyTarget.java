package io.s360.iid.verify.exchange;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Operation;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A target to which nothing is sent that could change anything there. Sent are only requests to operations of which no
 * decision row has an effect, by their own method or by a safe one, and with the right credentials of a client. To send to
 * any other operation a request that must be refused would not do: a target that breaks the contract might grant it. A
 * wrong key might lock the client out.
 */
public final class ReadOnlyTarget implements Target {

    /** Those that change nothing by the rules of HTTP (RFC 9110, section 9.2.1). */
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    private final Target target;
    private final Contract contract;
    private final List<Demo.Client> clients;

    /** @param clients whose credentials may be shown to the target */
    public ReadOnlyTarget(Target target, Contract contract, List<Demo.Client> clients) {
        this.target = target;
        this.contract = contract;
        this.clients = List.copyOf(clients);
    }

    /** Whether an operation changes nothing, whatever it answers. */
    public static boolean isHarmless(Operation operation) {
        return operation.decisions().stream()
                .allMatch(decision -> decision.then().isEmpty());
    }

    @Override
    public Request toSend(Request request) {
        Operation called = called(request)
                .filter(ReadOnlyTarget::isHarmless)
                .orElseThrow(() -> new Withheld("read only: it calls what could change something"));
        if (!request.method().equals(called.method()) && !SAFE_METHODS.contains(request.method())) {
            throw new Withheld("read only: " + request.method() + " is not a safe method");
        }
        if (clients.stream().noneMatch(client -> isFrom(client, request))) {
            throw new Withheld("read only: wrong credentials, or a limited client's, could lock the client out");
        }
        return target.toSend(request);
    }

    /** The operation that a lenient target might take the request for; empty if it could be any. */
    private Optional<Operation> called(Request request) {
        String path = plain(request.target());
        return contract.operations().stream()
                .filter(operation -> (path + "/").startsWith(plain(operation.path()) + "/"))
                .max(Comparator.comparingInt(
                                (Operation operation) -> operation.path().length())
                        .thenComparing(operation -> !isHarmless(operation)));
    }

    private static String plain(String target) {
        String path = URLDecoder.decode(target.replaceFirst("[?].*", "").replace("+", "%2B"), StandardCharsets.UTF_8);
        return path.replaceAll(";[^/]*", "")
                .replaceAll("/+", "/")
                .replaceFirst("/$", "")
                .toLowerCase(Locale.ROOT);
    }

    private boolean isFrom(Demo.Client client, Request request) {
        return client.enabled()
                && client.requestsPerMinute() == null
                && request.hasOnly(contract.headers().clientId(), client.id())
                && request.hasOnly(contract.headers().clientKey(), client.key());
    }

    /** Nothing: a fault that is asked for is a fault. */
    @Override
    public Optional<UnaryOperator<Request>> provoke(Fault fault) {
        return Optional.empty();
    }

    @Override
    public String name() {
        return target.name();
    }

    @Override
    public URI baseUri() {
        return target.baseUri();
    }

    @Override
    public boolean isOwn() {
        return target.isOwn();
    }

    @Override
    public URI lastingUri() {
        return target.lastingUri();
    }

    @Override
    public void recover() {
        target.recover();
    }
}
