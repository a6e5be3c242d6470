package io.s360.iid.contract.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** One file of a contract: its values, the line of each, and the way to the other files. */
final class Source {

    private final Library library;
    private final String file;
    private final YamlTree tree;

    private Source(Library library, String file, YamlTree tree) {
        this.library = library;
        this.file = file;
        this.tree = tree;
    }

    static Source open(ContractFiles files, String file) {
        return new Library((name, from) -> YamlTree.parse(name, textOf(files, name, from))).open(file);
    }

    static Source open(PreparedFiles prepared, String file) {
        return new Library(prepared::tree).open(file);
    }

    private static String textOf(ContractFiles files, String name, Place from) {
        try {
            return files.text(name);
        } catch (IOException unreadable) {
            throw new UnreadableSource(from, "the file " + name + " cannot be read");
        }
    }

    String file() {
        return file;
    }

    JsonNode root() {
        return tree.root();
    }

    /** Where the value at a JSON pointer stands; where its nearest ancestor stands if the value is absent. */
    Place placeOf(String pointer) {
        String at = pointer;
        while (!at.isEmpty() && !tree.lines().containsKey(at)) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return new Place(file, tree.lines().getOrDefault(at, 1));
    }

    /** The source that a reference met in this file leads to, without its fragment. */
    Source sourceOf(String reference, Place from) {
        return reference.isEmpty() ? this : open(Path.of(file).resolveSibling(reference), from);
    }

    /** Another file of the same contract, by its path from the root document's folder. */
    Source document(String name, Place from) {
        return open(Path.of(name), from);
    }

    private Source open(Path path, Place from) {
        return library.open(path.normalize().toString().replace('\\', '/'), from);
    }

    /** How the tree of a file is had, by its name and where it is asked for. */
    private interface Trees {
        YamlTree tree(String name, Place from);
    }

    private record Library(Trees trees, Map<String, Source> opened) {

        Library(Trees trees) {
            this(trees, new ConcurrentHashMap<>());
        }

        Source open(String root) {
            return open(root, new Place(root, 1));
        }

        Source open(String file, Place from) {
            return opened.computeIfAbsent(file, name -> new Source(this, name, trees.tree(name, from)));
        }
    }
}
