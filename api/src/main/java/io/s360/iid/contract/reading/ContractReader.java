package io.s360.iid.contract.reading;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Check;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Lifecycle;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.RequestHeaders;
import io.s360.iid.contract.schema.Schemas;
import io.s360.iid.contract.source.Clause;
import io.s360.iid.contract.source.ContractFiles;
import io.s360.iid.contract.source.UnreadableSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns the document into Java values, or says all that is wrong with it. */
public final class ContractReader {

    /** The name of the root document of the contract that this kit carries. */
    public static final String ROOT = "s360-iid.yaml";

    private final Findings findings = new Findings();
    private final DialectCheck dialect = new DialectCheck(findings);

    private ContractReader() {}

    /** The contract that this kit carries. */
    public static Contract readBundled() {
        return read(ContractFiles.bundled(), ROOT);
    }

    /**
     * Reads a contract.
     *
     * @param file of the root document
     * @throws BrokenContract with all that is wrong with it
     */
    public static Contract read(ContractFiles files, String file) {
        ContractReader reader = new ContractReader();
        try {
            return reader.read(Clause.root(files, file));
        } catch (UnreadableSource unreadable) {
            reader.findings.add(unreadable.place(), "document", String.valueOf(unreadable.getMessage()));
            reader.findings.throwIfAny();
            throw unreadable;
        }
    }

    private Contract read(Clause root) {
        dialect.checkDocument(root);
        findings.throwIfAny();
        followReferences(root.get("components"));
        Lifecycle lifecycle = new LifecycleReader(findings).read(root.get("x-lifecycle"));
        Clause requests = root.get("x-requests");
        RequestHeaders headers = new RequestHeaders(
                requests.get("headers").get("clientId").text(),
                requests.get("headers").get("clientKey").text(),
                requests.get("headers").get("traceId").text());
        Schemas schemas = Schemas.ofOpenApi(root);
        List<Operation> operations = new OperationReader(findings, dialect, schemas, root, lifecycle).readAll(headers);
        TriggerReader triggers = new TriggerReader(findings, lifecycle, operations);
        Demo demo = new DemoReader(findings, lifecycle).read(root.get("x-demo"), operations, triggers);
        triggers.check(demo, schemas);
        findings.throwIfAny();
        checkTables(requests, operations, lifecycle);
        findings.throwIfAny();
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

    /** One that leads nowhere, or in a circle, is found before anything is judged by what it leads to. */
    private static void followReferences(Clause components) {
        components.members().values().forEach(Clause::members);
    }

    private void checkTables(Clause requests, List<Operation> operations, Lifecycle lifecycle) {
        Set<String> common = Stream.concat(
                        requests.get("checks").items().stream()
                                .map(check -> check.get("answer").text()),
                        requests.get("faults").members().values().stream().map(Clause::text))
                .collect(Collectors.toSet());
        DecisionTableCheck tables = new DecisionTableCheck(findings, lifecycle);
        operations.forEach(operation -> {
            tables.check(operation, common);
            tables.checkCommonAnswers(operation, common);
        });
        checkOrder(requests.get("checks"));
    }

    /** What is needed to look at a body must have been found before the body is looked at. */
    private void checkOrder(Clause checks) {
        List<Check.Kind> kinds =
                checks.items().stream().map(ContractReader::kindOf).toList();
        Set<Check.Kind> missing = EnumSet.allOf(Check.Kind.class);
        kinds.forEach(missing::remove);
        if (!missing.isEmpty() || kinds.size() != Check.Kind.values().length) {
            findings.add(checks.place(), "x-requests", "each check must stand once; missing: " + missing);
            return;
        }
        requireOrder(checks, kinds, Check.Kind.PATH, Check.Kind.METHOD);
        for (Check.Kind later : EnumSet.complementOf(EnumSet.of(Check.Kind.PATH, Check.Kind.METHOD))) {
            requireOrder(checks, kinds, Check.Kind.METHOD, later);
        }
        requireOrder(checks, kinds, Check.Kind.CLIENT, Check.Kind.RATE);
        requireOrder(checks, kinds, Check.Kind.SIZE, Check.Kind.ENCODING);
        requireOrder(checks, kinds, Check.Kind.ENCODING, Check.Kind.JSON);
        requireOrder(checks, kinds, Check.Kind.JSON, Check.Kind.FIELDS);
    }

    private void requireOrder(Clause checks, List<Check.Kind> kinds, Check.Kind first, Check.Kind second) {
        if (kinds.indexOf(first) > kinds.indexOf(second)) {
            findings.add(
                    checks.items().get(kinds.indexOf(second)).place(),
                    "x-requests",
                    "the check " + second.key() + " needs the check " + first.key() + " above it");
        }
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

    private static Check.Kind kindOf(Clause check) {
        Optional<Check.Kind> kind = Check.Kind.of(check.get("check").text());
        return kind.orElseThrow(() -> new IllegalStateException("the dialect lets an unknown check pass"));
    }

    private static Answer commonAnswer(Clause name, List<Operation> operations) {
        return operations.get(0).answer(name.text());
    }
}
