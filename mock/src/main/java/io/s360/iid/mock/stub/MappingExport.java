package io.s360.iid.mock.stub;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Check;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A contract as plain mappings, for a WireMock without extensions. What lives behind the operations is not exported: a good
 * request succeeds whenever it is sent.
 */
public final class MappingExport {

    private static final int CHECKS = 10;
    private static final int BEHIND_CHECKS = 30;
    private static final int OTHER_METHODS = 50;
    private static final int OTHER_PATHS = 60;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Contract contract;

    public MappingExport(Contract contract) {
        this.contract = contract;
    }

    /**
     * Writes one file for each mapping into the folder {@code mappings} of a folder, in place of those of an earlier export.
     *
     * @return how many
     * @throws UnusableFolder if there is anything else in it, or it cannot be written
     */
    public int writeTo(Path folder) {
        String from = contract.root().place().file() + " " + contract.version();
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (PlainMapping mapping : mappings()) {
            byte[] text = (JSON.writeValueAsString(mapping.toJson(from)) + "\n").getBytes(StandardCharsets.UTF_8);
            files.put("mappings/" + mapping.name() + ".json", text);
        }
        new ExportFolder(folder).write(files);
        return files.size();
    }

    private List<PlainMapping> mappings() {
        List<PlainMapping> mappings = new ArrayList<>();
        for (Operation operation : contract.operations()) {
            mappings.addAll(PlainAnswers.of(contract, operation, BEHIND_CHECKS));
            mappings.addAll(PlainChecks.of(contract, operation, CHECKS));
        }
        contract.operations().stream()
                .map(Operation::path)
                .distinct()
                .forEach(path -> mappings.add(otherMethods(path)));
        Answer unknown = answerTo(Check.Kind.PATH);
        ObjectNode anything =
                JsonNodeFactory.instance.objectNode().put("method", "ANY").put("urlPattern", ".*");
        mappings.add(new PlainMapping("other-paths", OTHER_PATHS, anything, PlainMapping.response(unknown)));
        return mappings;
    }

    private PlainMapping otherMethods(String path) {
        List<Operation> there = contract.operationsAt(path);
        Answer refusal = there.get(0).answer(answerTo(Check.Kind.METHOD).name());
        ObjectNode request =
                JsonNodeFactory.instance.objectNode().put("method", "ANY").put("urlPath", path);
        String allowed = there.stream().map(Operation::method).collect(Collectors.joining(", "));
        return new PlainMapping(
                        PlainMapping.fileName("other-methods-of" + path),
                        OTHER_METHODS,
                        request,
                        PlainMapping.response(refusal))
                .answering("Allow", allowed);
    }

    private Answer answerTo(Check.Kind kind) {
        return contract.check(kind).orElseThrow().answer();
    }
}
