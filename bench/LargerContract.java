package io.s360.iid.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The contract with more operations: copies of one of its own, at paths and under names of their own. */
record LargerContract(Path contract) {

    static final int OPERATIONS = 1_000;

    private static final String ORIGINAL = "/middleware/api/external/sso/session/validate";

    /** Writes it, and its examples beside it; gives the path of the last operation, below the sessions. */
    String writeInto(Path folder) throws IOException {
        Map<String, Object> document = Yaml.read(contract);
        Map<String, Object> paths = Yaml.at(document, "paths");
        Map<String, Object> original = Yaml.at(paths, ORIGINAL, "post");
        String last = "";
        for (int number = paths.size() + 1; number <= OPERATIONS; number++) {
            Map<String, Object> copy = new LinkedHashMap<>(original);
            copy.put("operationId", original.get("operationId") + "Copy" + number);
            last = "validate-copy-" + number;
            paths.put(ORIGINAL.replace("validate", last), Map.of("post", copy));
        }
        Yaml.write(document, fileIn(folder));
        copyExamples(folder);
        return last;
    }

    Path fileIn(Path folder) {
        return folder.resolve(contract.getFileName());
    }

    private void copyExamples(Path folder) throws IOException {
        Path target = Files.createDirectories(folder.resolve("examples"));
        try (Stream<Path> examples = Files.list(contract.resolveSibling("examples"))) {
            for (Path example : examples.toList()) {
                Files.copy(example, target.resolve(example.getFileName()));
            }
        }
    }
}
