package io.s360.iid.verify.coverage;

import io.s360.iid.contract.source.Clause;
import io.s360.iid.contract.source.ContractFiles;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** The gaps that are named, each with a reason and a last day. */
public final class KnownGaps {

    private static final String FILE = "known-gaps.yaml";

    private KnownGaps() {}

    /** Those of the kit's own mock and server. */
    public static List<KnownGap> bundled() {
        return read(
                name -> {
                    try (InputStream in = KnownGaps.class.getResourceAsStream(name)) {
                        if (in == null) {
                            throw new FileNotFoundException(name);
                        }
                        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    }
                },
                FILE);
    }

    /**
     * Those in a file.
     *
     * @throws io.s360.iid.contract.source.UnreadableSource if one lacks its clause, its reason or a date
     * @throws java.time.format.DateTimeParseException if a date is none
     */
    public static List<KnownGap> read(ContractFiles files, String file) {
        return Clause.root(files, file).get("gaps").items().stream()
                .map(gap -> new KnownGap(
                        gap.get("clause").text(),
                        gap.get("reason").text(),
                        LocalDate.parse(gap.get("since").text()),
                        LocalDate.parse(gap.get("until").text()),
                        gap.place()))
                .toList();
    }
}
