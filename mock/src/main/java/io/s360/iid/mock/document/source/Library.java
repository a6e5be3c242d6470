package io.s360.iid.mock.document.source;

import io.s360.iid.contract.source.Place;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All files that a document is made of, each read on first use. Safe for use by several threads. */
public final class Library {

    private static final String BASE = "https://document.invalid";

    private final Path folder;
    private final SourceFile root;
    private final Map<Path, SourceFile> opened = new ConcurrentHashMap<>();

    private Library(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        this.folder = absolute.resolveSibling("");
        this.root = open(absolute, new Place(nameOf(absolute), 1));
    }

    /**
     * A document by its root file.
     *
     * @throws BrokenSource if that is missing or is neither JSON nor YAML
     */
    public static Library of(Path file) {
        return new Library(file);
    }

    /** The whole root file. */
    public Part root() {
        return new Part(this, root, "", root.root());
    }

    /** Whether this is the address of a file on this machine, under the name that schemas know it by. */
    public static boolean isFile(String iri) {
        return iri.startsWith(BASE);
    }

    /**
     * The whole file of this address.
     *
     * @throws BrokenSource if that is missing or is neither JSON nor YAML
     */
    public Part fileAt(String iri) {
        Path path = Path.of(URI.create("file://" + iri.substring(BASE.length())));
        SourceFile file = open(path.normalize(), new Place(nameOf(path), 1));
        return new Part(this, file, "", file.root());
    }

    SourceFile open(Path path, Place from) {
        SourceFile known = opened.get(path);
        if (known == null) {
            known = new SourceFile(path, nameOf(path), read(path, from));
            SourceFile earlier = opened.putIfAbsent(path, known);
            return earlier == null ? known : earlier;
        }
        return known;
    }

    /** Never asked for over the network; a name that JSON Schema can resolve relative references against. */
    static String iriOf(Path path) {
        return BASE + path.toUri().getRawPath();
    }

    private SourceTree read(Path path, Place from) {
        try {
            byte[] bytes = Files.readAllBytes(path);
            String name = nameOf(path);
            return isJson(name, bytes)
                    ? JsonText.read(name, bytes)
                    : YamlText.read(name, new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new BrokenSource(from, "the file " + nameOf(path) + " cannot be read");
        }
    }

    private static boolean isJson(String name, byte[] bytes) {
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return false;
        }
        int at = 0;
        while (at < bytes.length && (bytes[at] < 0 || Character.isWhitespace(bytes[at]))) {
            at++; // blanks, and a byte order mark
        }
        return at < bytes.length && (bytes[at] == '{' || bytes[at] == '[');
    }

    private String nameOf(Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }
}
