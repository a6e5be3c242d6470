package io.s360.iid.contract.reading;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Check;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Lifecycle;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.RequestHeaders;
import io.s360.iid.contract.source.Clause;
import io.s360.iid.contract.source.ContractFiles;
import io.s360.iid.contract.source.PreparedFiles;
import io.s360.iid.contract.source.UnreadableSource;
import java.util.List;
import java.util.Optional;

/** Turns the document into Java values, or says all that is wrong with it. */
public final class ContractReader {

    /** The name of the root document of the contract that this kit carries. */
    public static final String ROOT = "s360-iid.yaml";

    private final Findings findings;
    private final Clause root;
    private final Scrutiny scrutiny;

    private ContractReader(Findings findings, Clause root, Scrutiny scrutiny) {
        this.findings = findings;
        this.root = root;
        this.scrutiny = scrutiny;
    }

    /** The contract that this kit carries. */
    public static Contract readBundled() {
        return readAsBuilt(ContractFiles.bundled(), ROOT);
    }

    /** Believes what the build has found out, if it was about these very files; otherwise reads them in full. */
    static Contract readAsBuilt(ContractFiles files, String file) {
        Optional<PreparedFiles> prepared = PreparedFiles.of(files);
        if (prepared.isPresent()) {
            try {
                Clause root = Clause.root(prepared.get(), file);
                return new ContractReader(new Findings(), root, Scrutiny.NONE).read();
            } catch (UnreadableSource incomplete) {
                return read(files, file);
            }
        }
        return read(files, file);
    }

    /**
     * Reads a contract.
     *
     * @param file of the root document
     * @throws BrokenContract with all that is wrong with it
     */
    public static Contract read(ContractFiles files, String file) {
        Findings findings = new Findings();
        try {
            Clause root = Clause.root(files, file);
            return new ContractReader(findings, root, new FullScrutiny(findings, root)).read();
        } catch (UnreadableSource unreadable) {
            findings.add(unreadable.place(), "document", String.valueOf(unreadable.getMessage()));
            findings.throwIfAny();
            throw unreadable;
        }
    }

    private Contract read() {
        scrutiny.document(root);
        Lifecycle lifecycle = new LifecycleReader(findings).read(root.get("x-lifecycle"));
        Clause requests = root.get("x-requests");
        RequestHeaders headers = new RequestHeaders(
                requests.get("headers").get("clientId").text(),
                requests.get("headers").get("clientKey").text(),
                requests.get("headers").get("traceId").text());
        List<Operation> operations = new OperationReader(findings, scrutiny, root, lifecycle).readAll(headers);
        Demo demo = new DemoReader(findings, lifecycle).read(root.get("x-demo"), operations);
        findings.throwIfAny();
        scrutiny.parts(requests, operations, lifecycle, demo);
        return new Contract(
                root.get("info").get("version").text(),
                operations,
                headers,
                toChecks(requests, operations),
                commonAnswer(requests.get("faults").get("unforeseen"), operations),
                commonAnswer(requests.get("faults").get("unavailable"), operations),
                lifecycle,
                demo,
                root);
    }

    private static List<Check> toChecks(Clause requests, List<Operation> operations) {
        return requests.get("checks").items().stream()
                .map(check -> new Check(
                        kindOf(check),
                        commonAnswer(check.get("answer"), operations),
                        check.get("fails").text(),
                        check.place()))
                .toList();
    }

    static Check.Kind kindOf(Clause check) {
        Optional<Check.Kind> kind = Check.Kind.of(check.get("check").text());
        return kind.orElseThrow(() -> new IllegalStateException("the dialect lets an unknown check pass"));
    }

    private static Answer commonAnswer(Clause name, List<Operation> operations) {
        return operations.get(0).answer(name.text());
    }
}
