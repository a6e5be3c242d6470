package io.s360.iid.mock.document.schema;

import io.s360.iid.mock.document.source.Part;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/**
 * Makes values that keep a schema, or none; what is made has been judged. The same seed makes the same value. Safe for use
 * by several threads.
 */
public final class Sampler {

    /** How deep what is optional is given: as deep as this without the value becoming too large. */
    private static final int[] DEPTHS = {5, 4, 3, 2, 1, 0, -1};

    private static final int ROUNDS = 3;

    private final SchemaJudge judge;
    private final OpenApi version;

    public Sampler(SchemaJudge judge, OpenApi version) {
        this.judge = judge;
        this.version = version;
    }

    /**
     * A value that goes this way and keeps the schema; empty if none was found.
     *
     * @param notes is told of references that lead nowhere, and of examples that break their schemas
     */
    public Optional<JsonNode> sample(Part schema, Direction direction, long seed, Notes notes) {
        for (int round = 0; round < ROUNDS; round++) {
            for (int depth : DEPTHS) {
                Draft draft = new Draft(judge, version, direction, new Random(seed + round), depth, notes);
                JsonNode value = draft.value(List.of(schema), Trail.START);
                boolean isRoomLeft = depth > 0 && draft.isTooLarge();
                if (value != null && !isRoomLeft && judge.accepts(schema, value, direction)) {
                    return Optional.of(value);
                }
            }
        }
        return Optional.empty();
    }
}
