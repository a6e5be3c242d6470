package io.s360.iid.verify;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.Resource;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The server in {@code src/test/foreign}, as a process of its own, with the demo data of the contract. */
final class ForeignServer implements AutoCloseable {

    private static final String MISSING =
            "No server of another language was judged: no Node here. apt-get install nodejs";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Process process;
    private final URI baseUri;

    private ForeignServer(Process process, URI baseUri) {
        this.process = process;
        this.baseUri = baseUri;
    }

    /** Without Node, tests are skipped, or fail where the variable CI is true. */
    static void demandNode() {
        boolean isInstalled = Stream.of(
                        Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .anyMatch(folder -> new File(folder, "node").canExecute());
        if (!isInstalled && "true".equals(System.getenv("CI"))) {
            fail(MISSING);
        } else if (!isInstalled) {
            abort(MISSING);
        }
    }

    static ForeignServer start(Contract contract, Path folder, String mistakes) throws IOException {
        Path data =
                Files.writeString(folder.resolve("data.json"), dataOf(contract).toString());
        Process process = new ProcessBuilder(
                        "node", Path.of("src", "test", "foreign", "server.js").toString(), data.toString(), mistakes)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String address = output.readLine();
        if (address == null) {
            process.destroy();
            throw new IOException("the foreign server did not start");
        }
        return new ForeignServer(process, URI.create(address));
    }

    URI baseUri() {
        return baseUri;
    }

    private static ObjectNode dataOf(Contract contract) {
        Operation create = contract.operation("CreateChildSession");
        Operation logout = contract.operation("LogoutChildSession");
        Resource child = contract.lifecycle().resource("childSession");
        ObjectNode data = JSON.createObjectNode();
        data.putObject("paths").put("create", create.path()).put("logout", logout.path());
        data.putObject("headers")
                .put("clientId", contract.headers().clientId())
                .put("clientKey", contract.headers().clientKey())
                .put("traceId", contract.headers().traceId());
        data.put("maxBytes", logout.maxBytes()).put("maxDepth", logout.maxDepth());
        data.set(
                "longestToken",
                logout.requestSchema()
                        .get("properties")
                        .get("sessionToken")
                        .get("maxLength")
                        .value());
        Resource.Lifetime lifetime = Objects.requireNonNull(child.expires());
        data.put("idle", lifetime.idle().toSeconds())
                .put("atMost", lifetime.atMost().toSeconds());
        data.putObject("limits")
                .put("perOwner", Objects.requireNonNull(child.perOwner()))
                .put("perParent", Objects.requireNonNull(child.perParent()));
        ObjectNode answers = data.putObject("answers");
        Stream.of(create, logout)
                .flatMap(operation -> operation.answers().values().stream())
                .forEach(answer -> answers.putObject(answer.name())
                        .put("status", answer.status())
                        .set("body", answer.body()));
        addDemo(contract.demo(), data);
        return data;
    }

    private static void addDemo(Demo demo, ObjectNode data) {
        for (Demo.Client client : demo.clients()) {
            ObjectNode added = data.withArray("clients").addObject();
            added.put("id", client.id()).put("key", client.key()).put("enabled", client.enabled());
            added.put("requestsPerMinute", client.requestsPerMinute());
            if (client.granted() != null) {
                client.granted().forEach(added.putArray("granted")::add);
            }
        }
        demo.seedsOf("parentSession")
                .forEach(seed -> add(seed, data.withArray("parents").addObject()));
        demo.seedsOf("childSession")
                .forEach(seed -> add(seed, data.withArray("children").addObject()));
    }

    private static void add(Demo.Seed seed, ObjectNode added) {
        added.put("key", seed.key()).put("parent", seed.parentKey()).put("owner", seed.owner());
        added.put("state", seed.standing().state())
                .put("reason", seed.standing().reason());
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
