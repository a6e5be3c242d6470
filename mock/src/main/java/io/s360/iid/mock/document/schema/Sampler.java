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

    /** How deep what is optional is given to begin with: less if the value is too large, more if there is room. */
    private static final int USUAL_DEPTH = 2;

    private static final int DEEPEST = 6;
    private static final int BARE = -1;

    private static final int ROUNDS = 3;

    private final SchemaJudge judge;
    private final ShapeCache shapes;

    public Sampler(SchemaJudge judge, OpenApi version) {
        this.judge = judge;
        this.shapes = new ShapeCache(version);
    }

    /**
     * A value that goes this way and keeps the schema; empty if none was found.
     *
     * @param notes is told of references that lead nowhere, and of examples that break their schemas
     */
    public Optional<JsonNode> sample(Part schema, Direction direction, long seed, Notes notes) {
        for (int round = 0; round < ROUNDS; round++) {
            Attempt attempt = new Attempt(schema, direction, seed + round, round > 0, notes);
            Optional<JsonNode> value = sample(attempt);
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    private record Attempt(Part schema, Direction direction, long seed, boolean isCareful, Notes notes) {}

    private Optional<JsonNode> sample(Attempt attempt) {
        for (int depth = USUAL_DEPTH; depth >= BARE; depth--) {
            Draft draft = draft(attempt, depth, depth == BARE);
            Optional<JsonNode> value = value(draft, attempt);
            if (value.isPresent()) {
                return depth == USUAL_DEPTH && draft.isCut() ? deepened(value, attempt) : value;
            }
        }
        return Optional.empty();
    }

    /** The same with more, as long as it does not become too large. */
    private Optional<JsonNode> deepened(Optional<JsonNode> shallow, Attempt attempt) {
        Optional<JsonNode> best = shallow;
        for (int depth = USUAL_DEPTH + 1; depth <= DEEPEST; depth++) {
            Draft draft = draft(attempt, depth, false);
            Optional<JsonNode> value = value(draft, attempt);
            best = value.isPresent() ? value : best;
            if (value.isEmpty() || !draft.isCut()) {
                return best;
            }
        }
        return best;
    }

    private Draft draft(Attempt attempt, int depth, boolean isAnySize) {
        Random random = new Random(attempt.seed());
        return new Draft(
                judge,
                shapes,
                attempt.direction(),
                random,
                new Draft.Extent(depth, isAnySize, attempt.isCareful()),
                attempt.notes());
    }

    private Optional<JsonNode> value(Draft draft, Attempt attempt) {
        return Optional.ofNullable(draft.value(List.of(attempt.schema()), Trail.START))
                .filter(value -> judge.accepts(attempt.schema(), value, attempt.direction()));
    }
}
