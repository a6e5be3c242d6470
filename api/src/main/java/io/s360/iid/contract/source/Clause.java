package io.s360.iid.contract.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** A value of the contract that knows where it stands, who refers to it, and whether it is documented or assumed. */
public final class Clause {

    private static final String REFERENCE = "$ref";
    private static final String PROVENANCE = "x-provenance";
    private static final int LONGEST_WAY = 50;

    private final Source source;
    private final String pointer;
    private final JsonNode value;
    private final @Nullable Clause enclosing;
    private final @Nullable Clause referrer;

    private Clause(
            Source source, String pointer, JsonNode value, @Nullable Clause enclosing, @Nullable Clause referrer) {
        this.source = source;
        this.pointer = pointer;
        this.value = value;
        this.enclosing = enclosing;
        this.referrer = referrer;
    }

    /**
     * The root of a document.
     *
     * @throws UnreadableSource if the file is missing or not YAML
     */
    public static Clause root(ContractFiles files, String file) {
        return rootOf(Source.open(files, file), null);
    }

    /**
     * The root of a document that the build has prepared.
     *
     * @throws UnreadableSource if it has not; so may anything that leads to another file
     */
    public static Clause root(PreparedFiles prepared, String file) {
        return rootOf(Source.open(prepared, file), null);
    }

    private static Clause rootOf(Source source, @Nullable Clause referrer) {
        return new Clause(source, "", source.root(), null, referrer);
    }

    public JsonNode value() {
        return value;
    }

    /** The file that this value stands in, relative to the root document's folder. */
    public String file() {
        return source.file();
    }

    /** The JSON pointer of this value within its file. */
    public String pointer() {
        return pointer;
    }

    public Place place() {
        return source.placeOf(pointer);
    }

    /** Where the value at a pointer below this one stands; its nearest ancestor's place if it is absent. */
    public Place placeOf(String below) {
        return source.placeOf(pointer + below);
    }

    /** The member of this name, with its reference followed; empty if absent. */
    public Optional<Clause> find(String name) {
        return Optional.ofNullable(value.get(name))
                .map(found -> new Clause(source, Pointers.child(pointer, name), found, this, null).resolved());
    }

    /**
     * The member of this name, with its reference followed.
     *
     * @throws UnreadableSource if it is absent
     */
    public Clause get(String name) {
        return find(name).orElseThrow(() -> new UnreadableSource(place(), "the member " + name + " is missing"));
    }

    /**
     * The root of another file of the same contract.
     *
     * @param file relative to the root document's folder
     * @throws UnreadableSource if there is none
     */
    public Clause document(String file) {
        return rootOf(source.document(file, place()), this);
    }

    /** All members in their order, references followed; empty if this is not an object. */
    public Map<String, Clause> members() {
        Map<String, Clause> members = new LinkedHashMap<>();
        value.propertyNames().forEach(name -> members.put(name, get(name)));
        return members;
    }

    /** All items in their order; empty if this is not an array. */
    public List<Clause> items() {
        List<Clause> items = new ArrayList<>();
        if (value.isArray()) {
            for (JsonNode item : value) {
                String at = Pointers.child(pointer, String.valueOf(items.size()));
                items.add(new Clause(source, at, item, this, null).resolved());
            }
        }
        return items;
    }

    /** This value as text; numbers and booleans in their JSON spelling. */
    public String text() {
        return value.isString() ? value.stringValue() : value.toString();
    }

    /** The texts of this array. */
    public List<String> texts() {
        return items().stream().map(Clause::text).toList();
    }

    /**
     * What the nearest enclosing place of the same file states, otherwise what holds for the place that refers to the
     * file; assumed if nobody states anything.
     */
    public Provenance provenance() {
        for (Clause at = this; at != null; at = at.enclosing) {
            JsonNode stated = at.value.get(PROVENANCE);
            if (stated != null) {
                return Provenance.of(stated.stringValue());
            }
        }
        Clause from = firstReferrer();
        return from == null ? Provenance.ASSUMED : from.provenance();
    }

    private @Nullable Clause firstReferrer() {
        Clause at = this;
        while (at.referrer == null && at.enclosing != null) {
            at = at.enclosing;
        }
        return at.referrer;
    }

    /** How many references have led here. */
    private int detours() {
        int detours = 0;
        for (Clause from = firstReferrer(); from != null; from = from.firstReferrer()) {
            detours++;
        }
        return detours;
    }

    private Clause resolved() {
        JsonNode reference = value.get(REFERENCE);
        return reference == null ? this : follow(reference.stringValue());
    }

    private Clause follow(String reference) {
        if (detours() > LONGEST_WAY) {
            throw new UnreadableSource(place(), "the reference " + reference + " leads in a circle");
        }
        int hash = reference.indexOf('#');
        String file = hash < 0 ? reference : reference.substring(0, hash);
        Clause at = rootOf(source.sourceOf(file, place()), this);
        String target = hash < 0 ? "" : reference.substring(hash + 1);
        if (!target.isEmpty() && !target.startsWith("/")) {
            throw new UnreadableSource(place(), "the reference " + reference + " does not end in a JSON pointer");
        }
        for (JsonPointer step = JsonPointer.compile(target); !step.matches(); step = step.tail()) {
            at = at.find(step.getMatchingProperty())
                    .orElseThrow(() -> new UnreadableSource(place(), "the reference " + reference + " leads nowhere"));
        }
        return at;
    }
}
