package io.s360.iid.contract.reading;

import io.s360.iid.contract.source.ContractFiles;
import io.s360.iid.contract.source.PreparedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The build's own reading of the contract: in full, once, and kept for every start. */
public final class ContractPreparation {

    private ContractPreparation() {}

    /**
     * Reads the contract in a folder and puts beside it what a start need not find out again.
     *
     * @param args the folder
     * @throws BrokenContract with all that is wrong with it
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Files.writeString(folder.resolve(PreparedFiles.NAME), prepare(ContractFiles.in(folder), ContractReader.ROOT));
    }

    static String prepare(ContractFiles files, String root) throws IOException {
        Set<String> read = ConcurrentHashMap.newKeySet();
        ContractFiles noted = name -> {
            read.add(name);
            return files.text(name);
        };
        ContractReader.read(noted, root);
        return PreparedFiles.prepare(files, read, Set.of(DialectCheck.FILE));
    }
}
