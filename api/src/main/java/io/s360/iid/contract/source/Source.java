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
        return new Library(files).open(file, new Place(file, 1));
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

    private record Library(ContractFiles files, Map<String, Source> opened) {

        Library(ContractFiles files) {
            this(files, new ConcurrentHashMap<>());
        }

        Source open(String file, Place from) {
            return opened.computeIfAbsent(
                    file, name -> new Source(this, name, YamlTree.parse(name, textOf(name, from))));
        }

        private String textOf(String name, Place from) {
            try {
                return files.text(name);
            } catch (IOException unreadable) {
                throw new UnreadableSource(from, "the file " + name + " cannot be read");
            }
        }
    }
}
