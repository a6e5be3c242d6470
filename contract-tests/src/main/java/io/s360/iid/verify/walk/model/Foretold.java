package io.s360.iid.verify.walk.model;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.source.Place;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What must come of a call.
 *
 * @param decision the row that decides; null if the call does not come so far
 * @param place where the contract says so
 * @param live what stands at which JSON pointer of the body, beside what the example shows
 */
public record Foretold(Answer answer, @Nullable Decision decision, Place place, Map<String, Value> live) {

    /** What is known of a member before it has come. */
    public sealed interface Value {

        /** Exactly this. */
        record Exactly(JsonNode value) implements Value {}

        /** The key of the resource of this number, which the target chooses if it has just been created. */
        record KeyOf(int number) implements Value {}

        /** Whatever keeps the schema. */
        record Anything() implements Value {}

        /** Nothing stands there. */
        record Nothing() implements Value {}
    }
}
