package io.s360.iid.mock.document.source;

import io.s360.iid.contract.source.Place;
import io.s360.iid.contract.source.Pointers;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A value of a document that knows where it stands. Its references are followed when asked for, never by themselves. */
public final class Part {

    private static final String REFERENCE = "$ref";
    private static final int LONGEST_WAY = 50;
    private static final Pattern ELSEWHERE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:");

    private final Library library;
    private final SourceFile file;
    private final String pointer;
    private final JsonNode value;

    Part(Library library, SourceFile file, String pointer, JsonNode value) {
        this.library = library;
        this.file = file;
        this.pointer = pointer;
        this.value = value;
    }

    public JsonNode value() {
        return value;
    }

    /** The JSON pointer of this value within its file. */
    public String pointer() {
        return pointer;
    }

    /** The address of the file, as schemas know it. */
    public String iri() {
        return file.iri();
    }

    /** What tells this value from all others of the document. */
    public String location() {
        return file.iri() + "#" + pointer;
    }

    public Place place() {
        return file.placeOf(pointer);
    }

    public Spot spot() {
        return new Spot(place(), pointer);
    }

    /** Where the value at a pointer below this one stands; its nearest ancestor's place if it is absent. */
    public Place placeOf(String below) {
        return file.placeOf(pointer + below);
    }

    /** The member of this name as it stands. */
    public Optional<Part> member(String name) {
        return Optional.ofNullable(value.get(name)).map(found -> child(name, found));
    }

    /**
     * The member of this name with its reference followed.
     *
     * @throws BrokenSource if the reference leads nowhere
     */
    public Optional<Part> find(String name) {
        return member(name).map(Part::followed);
    }

    /** All members as they stand, in their order; none if this is not an object. */
    public Map<String, Part> members() {
        Map<String, Part> members = new LinkedHashMap<>();
        value.properties().forEach(member -> members.put(member.getKey(), child(member.getKey(), member.getValue())));
        return members;
    }

    /** All items as they stand, in their order; none if this is not an array. */
    public List<Part> items() {
        List<Part> items = new ArrayList<>();
        for (int index = 0; value.isArray() && index < value.size(); index++) {
            items.add(child(String.valueOf(index), value.get(index)));
        }
        return items;
    }

    /** The text of the member of this name; empty if it is absent or not text. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(value.get(name)).filter(JsonNode::isString).map(JsonNode::stringValue);
    }

    /** Whether the member of this name is there and true. */
    public boolean isSet(String name) {
        JsonNode member = value.get(name);
        return member != null && member.isBoolean() && member.booleanValue();
    }

    /** Whether this is a reference to another value. */
    public boolean isReference() {
        return text(REFERENCE).isPresent();
    }

    /**
     * What stands at the end of all references; this itself if it is none.
     *
     * @throws BrokenSource if they lead nowhere, or in a circle
     */
    public Part followed() {
        Part at = this;
        for (int hops = 0; at.isReference(); hops++) {
            if (hops > LONGEST_WAY) {
                throw new BrokenSource(
                        spot(), "the reference " + text(REFERENCE).orElse("") + " leads in a circle");
            }
            at = at.target();
        }
        return at;
    }

    /**
     * What this reference names, one step on.
     *
     * @throws BrokenSource if that is nothing
     */
    public Part target() {
        return target(text(REFERENCE).orElse(""));
    }

    /**
     * What a reference that stands here names.
     *
     * @throws BrokenSource if that is nothing
     */
    public Part target(String reference) {
        if (ELSEWHERE.matcher(reference).lookingAt()) {
            throw new BrokenSource(spot(), "the reference " + reference + " leads to another host");
        }
        int hash = reference.indexOf('#');
        SourceFile there = fileOf(decoded(hash < 0 ? reference : reference.substring(0, hash)));
        String fragment = hash < 0 ? "" : decoded(reference.substring(hash + 1));
        String way = fragment.isEmpty() || fragment.startsWith("/") ? fragment : there.pointerOf(fragment);
        JsonNode found = way == null ? null : valueAt(there.root(), way);
        if (way == null || found == null) {
            throw new BrokenSource(spot(), "the reference " + reference + " leads nowhere");
        }
        return new Part(library, there, way, found);
    }

    private SourceFile fileOf(String name) {
        try {
            return name.isEmpty()
                    ? file
                    : library.open(file.path().resolveSibling(name).normalize(), place());
        } catch (InvalidPathException noPath) {
            throw new BrokenSource(place(), "the file " + name + " cannot be read");
        }
    }

    private static @Nullable JsonNode valueAt(JsonNode root, String way) {
        @Nullable JsonNode at = root;
        for (int slash = 0; slash < way.length() && at != null; ) {
            int next = way.indexOf('/', slash + 1);
            int end = next < 0 ? way.length() : next;
            String step = Pointers.unescape(way.substring(slash + 1, end));
            at = at.isArray() ? (step.matches("\\d{1,9}") ? at.get(Integer.parseInt(step)) : null) : at.get(step);
            slash = end;
        }
        return at;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    private Part child(String name, JsonNode found) {
        return new Part(library, file, Pointers.child(pointer, name), found);
    }

    @Override
    public String toString() {
        return location();
    }
}
