package io.s360.iid.mock.stub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder that holds an export and nothing else. It knows its own files by a list with the digest of each. */
record ExportFolder(Path folder) {

    private static final String LIST = "exported-files.txt";

    /**
     * Replaces what an earlier export wrote.
     *
     * @param files by their path below the folder, with forward slashes
     * @throws UnusableFolder if anything there was not written by an export, or was changed since
     */
    void write(Map<String, byte[]> files) {
        try {
            for (String earlier : earlierFiles()) {
                Files.delete(folder.resolve(earlier));
            }
            Map<String, String> digests = new TreeMap<>();
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
                digests.put(file.getKey(), digest(file.getValue()));
            }
            StringBuilder list = new StringBuilder();
            digests.forEach((name, digest) ->
                    list.append(digest).append("  ").append(name).append('\n'));
            Files.writeString(folder.resolve(LIST), list);
        } catch (IOException cannot) {
            throw new UnusableFolder(
                    "cannot write to " + folder + ": " + cannot.getClass().getSimpleName());
        }
    }

    /** All that is there; each proved to be of an export. */
    private List<String> earlierFiles() throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        if (!Files.isDirectory(folder)) {
            throw new UnusableFolder(folder + " is no folder");
        }
        Map<String, String> known = listed();
        List<String> found;
        try (Stream<Path> paths = Files.walk(folder)) {
            found = paths.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .toList();
        }
        for (String name : found) {
            Path path = folder.resolve(name);
            boolean isOwn = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                    && (name.equals(LIST) || digest(Files.readAllBytes(path)).equals(known.get(name)));
            if (!isOwn) {
                throw new UnusableFolder(
                        folder + " holds " + name + ", which no export wrote; choose another folder or empty this one");
            }
        }
        return found;
    }

    /** Digests by name; none if there is no list. */
    private Map<String, String> listed() throws IOException {
        Map<String, String> known = new TreeMap<>();
        Path list = folder.resolve(LIST);
        if (Files.isRegularFile(list, LinkOption.NOFOLLOW_LINKS)) {
            for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
                String[] parts = line.split("  ", 2);
                known.put(parts[parts.length - 1], parts[0]);
            }
        }
        return known;
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java runtime has SHA-256", missing);
        }
    }
}
