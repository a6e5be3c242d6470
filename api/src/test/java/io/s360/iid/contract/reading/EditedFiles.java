package io.s360.iid.contract.reading;

import io.s360.iid.contract.source.ContractFiles;

/** The sample contract with one edit, as somebody might make it by hand. */
final class EditedFiles {

    private EditedFiles() {}

    static ContractFiles replacing(String file, String text, String replacement) {
        return name -> {
            String original = Samples.FILES.text(name);
            if (!name.equals(file)) {
                return original;
            }
            if (!original.contains(text)) {
                throw new IllegalArgumentException(file + " does not contain: " + text);
            }
            int at = original.indexOf(text);
            return original.substring(0, at) + replacement + original.substring(at + text.length());
        };
    }
}
