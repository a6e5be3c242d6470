package io.s360.iid.contract.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.source.Clause;
import io.s360.iid.contract.source.ContractFiles;
import io.s360.iid.contract.source.PreparedFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the build has found out is used at a start, and only for the very files that the build has read. */
class ContractPreparationTest {

    private static final String ROOT = ContractReader.ROOT;
    private static final String LOGOUT_EXAMPLE = "examples/LogoutChildSession-logged-out.yaml";
    private static final String EXAMPLE = "examples/session-ended.yaml";

    @TempDir
    private Path folder;

    @BeforeEach
    void copyTheKitsContract() throws IOException {
        Path original = Path.of("src", "main", "resources", "openapi");
        try (Stream<Path> paths = Files.walk(original)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(original.relativize(path).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(path, copy);
            }
        }
    }

    @Test
    void readsThePreparedContractAsTheContractItself() throws IOException {
        ContractPreparation.main(new String[] {folder.toString()});
        List<String> texts = new ArrayList<>();

        Contract prepared = ContractReader.readAsBuilt(noting(texts), ROOT);

        assertThat(PreparedFiles.of(ContractFiles.in(folder))).isPresent();
        assertThat(prepared)
                .usingRecursiveComparison()
                .withStrictTypeChecking()
                .withEqualsForType(ContractPreparationTest::isSame, Clause.class)
                .isEqualTo(ContractReader.read(ContractFiles.in(folder), ROOT));
        assertThat(texts).doesNotHaveDuplicates().contains(PreparedFiles.NAME, ROOT, EXAMPLE, "dialect.yaml");
    }

    /** The same value at the same place, down to its members; what a reference leads to is compared where it stands. */
    private static boolean isSame(Clause one, Clause other) {
        return one.value().equals(other.value())
                && one.place().equals(other.place())
                && one.pointer().equals(other.pointer())
                && one.provenance() == other.provenance()
                && one.value()
                        .propertyStream()
                        .allMatch(member ->
                                one.placeOf("/" + member.getKey()).equals(other.placeOf("/" + member.getKey())));
    }

    @Test
    void findsAllPlacesOfTheDocumentInThePreparedOne() throws IOException {
        ContractPreparation.main(new String[] {folder.toString()});
        Clause prepared =
                ContractReader.readAsBuilt(ContractFiles.in(folder), ROOT).root();
        Clause read = ContractReader.read(ContractFiles.in(folder), ROOT).root();

        List<String> pointers = pointersIn(read);

        assertThat(pointers).hasSizeGreaterThan(1000);
        assertThat(pointers)
                .allSatisfy(pointer -> assertThat(prepared.placeOf(pointer)).isEqualTo(read.placeOf(pointer)));
    }

    private static List<String> pointersIn(Clause clause) {
        List<String> pointers = new ArrayList<>();
        collect(clause.value(), "", pointers);
        return pointers;
    }

    private static void collect(JsonNode node, String pointer, List<String> pointers) {
        pointers.add(pointer);
        node.properties()
                .forEach(member -> collect(
                        member.getValue(),
                        pointer + "/" + member.getKey().replace("~", "~0").replace("/", "~1"),
                        pointers));
        for (int at = 0; node.isArray() && at < node.size(); at++) {
            collect(node.get(at), pointer + "/" + at, pointers);
        }
    }

    @Test
    void isUsedByTheKitsOwnContract() {
        assertThat(PreparedFiles.of(ContractFiles.bundled())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {ROOT, EXAMPLE})
    void readsInFullWhateverHasBeenEditedSince(String file) throws IOException {
        ContractPreparation.main(new String[] {folder.toString()});
        edit(file, text -> text + "unknown: 1\n");

        assertThat(PreparedFiles.of(ContractFiles.in(folder))).isEmpty();
        assertThatThrownBy(() -> ContractReader.readAsBuilt(ContractFiles.in(folder), ROOT))
                .isInstanceOf(BrokenContract.class)
                .hasMessageContaining(file + ":")
                .hasMessageContaining("unknown is not known");
    }

    @Test
    void readsInFullIfTheDialectHasChangedOrTheExampleIsGone() throws IOException {
        ContractPreparation.main(new String[] {folder.toString()});

        edit("dialect.yaml", text -> text + "# stricter\n");
        boolean usableByAnotherDialect =
                PreparedFiles.of(ContractFiles.in(folder)).isPresent();
        Files.delete(folder.resolve(EXAMPLE));

        assertThat(usableByAnotherDialect).isFalse();
        assertThatThrownBy(() -> ContractReader.readAsBuilt(ContractFiles.in(folder), ROOT))
                .isInstanceOf(BrokenContract.class)
                .hasMessageContaining(EXAMPLE + " cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "[1]", "7", "{\"" + ROOT + "\":1}", "{}"})
    void readsInFullIfWhatWasPreparedIsOfNoUse(String prepared) throws IOException {
        Files.writeString(folder.resolve(PreparedFiles.NAME), prepared);
        breakAnExample();

        assertThatThrownBy(() -> ContractReader.readAsBuilt(ContractFiles.in(folder), ROOT))
                .isInstanceOf(BrokenContract.class)
                .hasMessageContaining("breaks its schema at /data/success");
    }

    @Test
    void readsInFullIfSomethingIsMissingInWhatWasPrepared() throws IOException {
        ContractPreparation.main(new String[] {folder.toString()});
        breakAnExample();
        edit(PreparedFiles.NAME, text -> text.replace("\"" + LOGOUT_EXAMPLE + "\":{", "\"dialect.yaml\":{"));

        assertThatThrownBy(() -> ContractReader.readAsBuilt(ContractFiles.in(folder), ROOT))
                .isInstanceOf(BrokenContract.class)
                .hasMessageContaining("breaks its schema at /data/success");
    }

    private void breakAnExample() throws IOException {
        edit(LOGOUT_EXAMPLE, text -> text.replace("success: true", "success: 'yes'"));
    }

    @Test
    void failsTheBuildOfABrokenContractAndLeavesNothingBehind() throws IOException {
        edit(ROOT, text -> text.replace("answer: logged-out, then", "answer: logged-of, then"));

        assertThatThrownBy(() -> ContractPreparation.main(new String[] {folder.toString()}))
                .isInstanceOf(BrokenContract.class)
                .hasMessageContaining(ROOT + ":")
                .hasMessageContaining("logged-of");
        assertThat(folder.resolve(PreparedFiles.NAME)).doesNotExist();
    }

    @Test
    void preparesTheSameFromTheSame() throws IOException {
        ContractFiles files = ContractFiles.in(folder);

        assertThat(ContractPreparation.prepare(files, ROOT)).isEqualTo(ContractPreparation.prepare(files, ROOT));
    }

    private ContractFiles noting(List<String> texts) {
        return name -> {
            texts.add(name);
            if (!Files.exists(folder.resolve(name))) {
                throw new FileNotFoundException(name);
            }
            return ContractFiles.in(folder).text(name);
        };
    }

    private void edit(String file, UnaryOperator<String> change) throws IOException {
        Path path = folder.resolve(file);
        String before = Files.readString(path);
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(path, after);
    }
}
