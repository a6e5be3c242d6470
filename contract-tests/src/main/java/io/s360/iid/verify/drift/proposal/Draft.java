package io.s360.iid.verify.drift.proposal;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.reading.BrokenContract;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.contract.source.ContractFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The files of a contract while they are being changed. */
final class Draft implements ContractFiles {

    private final ContractFiles original;
    private final Map<String, String> changed;

    private Draft(ContractFiles original, Map<String, String> changed) {
        this.original = original;
        this.changed = new TreeMap<>(changed);
    }

    static Draft of(ContractFiles original) {
        return new Draft(original, Map.of());
    }

    /** One to try something on. */
    Draft copy() {
        return new Draft(original, changed);
    }

    @Override
    public String text(String name) throws IOException {
        String text = changed.get(name);
        return text == null ? original.text(name) : text;
    }

    YamlFile file(String name) {
        try {
            return new YamlFile(text(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean hasFile(String name) {
        try {
            return !text(name).isEmpty();
        } catch (IOException absent) {
            return false;
        }
    }

    void edit(String name, UnaryOperator<YamlFile> change) {
        changed.put(name, change.apply(file(name)).text());
    }

    void create(String name, String text) {
        changed.put(name, text);
    }

    /** The new texts of the files that have been changed or made, by name. */
    Map<String, String> changed() {
        return Map.copyOf(changed);
    }

    /**
     * The contract as it would be.
     *
     * @throws NotProposed if it would be refused
     */
    Contract contract() {
        try {
            return ContractReader.read(this, ContractReader.ROOT);
        } catch (BrokenContract broken) {
            throw new NotProposed("the changed document would be refused: "
                    + broken.findings().get(0).problem());
        }
    }
}
