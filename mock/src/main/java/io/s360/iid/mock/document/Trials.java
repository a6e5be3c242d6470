package io.s360.iid.mock.document;

import io.s360.iid.mock.document.schema.Direction;
import io.s360.iid.mock.document.schema.Notes;
import io.s360.iid.mock.document.schema.Sampler;
import io.s360.iid.mock.document.source.BrokenSource;
import io.s360.iid.mock.document.source.Part;
import io.s360.iid.mock.document.source.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * Finds out whether there are values for schemas. A schema that many refer to is tried once. Safe
 * for use by several threads.
 */
final class Trials {

    private final Sampler sampler;
    private final long seed;
    private final Map<String, Trial> known = new ConcurrentHashMap<>();

    private record Trial(boolean isGood, List<Note> notes) {}

    private record Note(Spot spot, String what) {}

    Trials(Sampler sampler, long seed) {
        this.sampler = sampler;
        this.seed = seed;
    }

    /** Whether there is a value. What stands in the way is told to everybody who asks. */
    boolean isGood(Part schema, Direction direction, Notes notes) {
        String key = direction + " " + targetOf(schema).location();
        Trial trial = known.get(key);
        if (trial == null) {
            List<Note> own = new ArrayList<>();
            boolean isGood = valueFor(schema, direction, (spot, what) -> own.add(new Note(spot, what)))
                    .isPresent();
            trial = new Trial(isGood, List.copyOf(own));
            known.put(key, trial);
        }
        trial.notes().forEach(note -> notes.tell(note.spot(), note.what()));
        return trial.isGood();
    }

    /** The value of an answer for a purpose of its own; if there is none by chance, that of the trial. */
    Optional<JsonNode> value(Part schema, String purpose) {
        Notes nobody = (spot, what) -> {};
        return sampler.sample(schema, Direction.RESPONSE, seed * 31 + purpose.hashCode(), nobody)
                .or(() -> valueFor(schema, Direction.RESPONSE, nobody));
    }

    private Optional<JsonNode> valueFor(Part schema, Direction direction, Notes notes) {
        long own = seed * 31 + targetOf(schema).pointer().hashCode();
        return sampler.sample(schema, direction, own, notes);
    }

    private static Part targetOf(Part schema) {
        try {
            return schema.isReference() && schema.value().size() == 1 ? schema.target() : schema;
        } catch (BrokenSource nowhere) {
            return schema;
        }
    }
}
