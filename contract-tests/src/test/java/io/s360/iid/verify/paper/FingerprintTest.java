package io.s360.iid.verify.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.contract.source.ContractFiles;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private final Contract contract = ContractReader.readBundled();
    private final ContractFiles files = ContractFiles.bundled();
    private final Fingerprint fingerprint = Fingerprint.of(contract, files);

    @Test
    void isTheSameForTheSameBytes() {
        assertThat(Fingerprint.of(contract, files)).isEqualTo(fingerprint);
        assertThat(fingerprint.parts()).isGreaterThan(20);
    }

    @Test
    void changesWithTheDocument() {
        Fingerprint other = Fingerprint.of(contract, withSpaceIn(ContractReader.ROOT));

        assertThat(other.sha256()).isNotEqualTo(fingerprint.sha256());
        assertThat(other.partsSha256()).isEqualTo(fingerprint.partsSha256());
    }

    @Test
    void changesWithAnExample() {
        String example = contract.operations().get(0).success().place().file();

        Fingerprint other = Fingerprint.of(contract, withSpaceIn(example));

        assertThat(other.sha256()).isEqualTo(fingerprint.sha256());
        assertThat(other.partsSha256()).isNotEqualTo(fingerprint.partsSha256());
    }

    private ContractFiles withSpaceIn(String file) {
        return name -> files.text(name) + (name.equals(file) ? " " : "");
    }
}
