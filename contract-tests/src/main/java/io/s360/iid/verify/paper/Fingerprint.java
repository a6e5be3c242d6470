package io.s360.iid.verify.paper;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.source.ContractFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Which contract it was, byte for byte.
 *
 * @param title as the document calls itself
 * @param version of the document
 * @param file the name of the root document
 * @param sha256 of the root document, as {@code sha256sum} shows it
 * @param parts how many files it refers to, such as examples
 * @param partsSha256 of the lines that {@code sha256sum} prints for these files, in the order of their names
 */
public record Fingerprint(String title, String version, String file, String sha256, int parts, String partsSha256) {

    /**
     * Of a contract that was read from these files.
     *
     * @throws UncheckedIOException if they are no longer there
     */
    public static Fingerprint of(Contract contract, ContractFiles files) {
        JsonNode root = contract.root().value();
        SortedSet<String> parts = new TreeSet<>();
        addReferences(root, parts);
        String list = parts.stream()
                .map(part -> sha256(text(files, part)) + "  " + part + "\n")
                .collect(Collectors.joining());
        return new Fingerprint(
                root.at("/info/title").asString(""),
                contract.version(),
                contract.root().file(),
                sha256(text(files, contract.root().file())),
                parts.size(),
                sha256(list));
    }

    private static void addReferences(JsonNode node, SortedSet<String> found) {
        String file = node.path("$ref").asString("").replaceFirst("#.*", "").replaceFirst("^\\./", "");
        if (!file.isEmpty()) {
            found.add(file);
        }
        node.forEach(child -> addReferences(child, found));
    }

    private static String text(ContractFiles files, String name) {
        try {
            return files.text(name);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
