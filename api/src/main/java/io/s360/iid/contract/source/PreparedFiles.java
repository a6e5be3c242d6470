package io.s360.iid.contract.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files of a contract as the build has read them, so that a start need not read YAML again. They are only what the
 * texts beside them say: each goes with the SHA-256 of its text, and with one text changed none of them is used.
 */
public final class PreparedFiles {

    /** The name of the file that holds them, in the folder of the root document. */
    public static final String NAME = "prepared.json";

    private static final String HASH = "sha256";
    private static final String LINES = "lines";
    private static final String ROOT = "root";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final JsonNode files;

    private PreparedFiles(JsonNode files) {
        this.files = files;
    }

    /**
     * Prepares files of a contract.
     *
     * @param names of the files to be prepared
     * @param others files by which these were judged: not prepared, but if one changes, nothing is used either
     * @throws IOException if one cannot be read
     * @throws UnreadableSource if one is not YAML
     */
    public static String prepare(ContractFiles files, Set<String> names, Set<String> others) throws IOException {
        MessageDigest digest = sha256();
        ObjectNode prepared = JSON.createObjectNode();
        for (String name : new TreeSet<>(names)) {
            String text = files.text(name);
            YamlTree tree = YamlTree.parse(name, text);
            ObjectNode file = prepared.putObject(name).put(HASH, hashOf(digest, text));
            ArrayNode lines = file.putArray(LINES);
            walk(tree.root(), "", pointer -> lines.add(tree.lines().getOrDefault(pointer, 1)));
            file.set(ROOT, tree.root());
        }
        for (String name : new TreeSet<>(others)) {
            prepared.putObject(name).put(HASH, hashOf(digest, files.text(name)));
        }
        return JSON.writeValueAsString(prepared);
    }

    /** What has been prepared of these files; empty if nothing has, or one of them is not as it was then. */
    public static Optional<PreparedFiles> of(ContractFiles files) {
        try {
            MessageDigest digest = sha256();
            JsonNode prepared = JSON.readTree(files.text(NAME));
            for (Map.Entry<String, JsonNode> file : prepared.properties()) {
                String hash = file.getValue().path(HASH).stringValue("");
                if (!hash.equals(hashOf(digest, files.text(file.getKey())))) {
                    return Optional.empty();
                }
            }
            return prepared.isEmpty() ? Optional.empty() : Optional.of(new PreparedFiles(prepared));
        } catch (IOException | JacksonException unusable) {
            return Optional.empty();
        }
    }

    /**
     * The file of this name.
     *
     * @throws UnreadableSource if it has not been prepared
     */
    YamlTree tree(String name, Place from) {
        JsonNode root = files.path(name).path(ROOT);
        if (root.isMissingNode()) {
            throw new UnreadableSource(from, "the file " + name + " has not been prepared");
        }
        Iterator<JsonNode> prepared = files.path(name).path(LINES).iterator();
        Map<String, Integer> lines = new HashMap<>();
        walk(root, "", pointer -> lines.put(pointer, prepared.next().intValue()));
        return new YamlTree(root, lines);
    }

    /** Visits the pointers of a value and of all that is in it, in the order of the document. */
    private static void walk(JsonNode node, String pointer, Consumer<String> visit) {
        visit.accept(pointer);
        if (node.isObject()) {
            node.properties()
                    .forEach(member -> walk(member.getValue(), Pointers.child(pointer, member.getKey()), visit));
        }
        for (int at = 0; node.isArray() && at < node.size(); at++) {
            walk(node.get(at), Pointers.child(pointer, String.valueOf(at)), visit);
        }
    }

    /** One after the other: nothing remains in it from one text to the next. */
    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static String hashOf(MessageDigest digest, String text) {
        return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
