package io.s360.iid.verify.exchange;

import io.s360.iid.contract.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What only those can do to a target who run it: put resources there, end them from outside, and let time pass. Whatever
 * is done says what to type in a shell for the same; a line that only tells it begins with a number sign.
 */
public interface Backstage {

    /** What stands before the paths of requests that are to meet these resources and this clock; may be empty. */
    String prefix();

    /** The time at which every beginning sets the clock. */
    Instant start();

    /** Sets the clock to its start, and puts resources there, parents before their children. What was put before is of no account. */
    List<String> begin(List<Prop> props);

    /** Lets time pass. */
    String advance(Duration time);

    /**
     * Ends an active resource.
     *
     * @param reason neither its expiry nor the end of what encloses it
     */
    String end(Resource kind, String key, String reason);

    /**
     * An active resource, or some of a kind that has no keys.
     *
     * @param key null if its kind has none
     * @param within the key of what encloses it; null for an outermost one
     * @param owner null if nobody owns it
     * @param count how many; more than one only without a key
     * @param attributes an object
     * @param times null if its kind does not live
     */
    record Prop(
            Resource kind,
            @Nullable String key,
            @Nullable String within,
            @Nullable String owner,
            int count,
            JsonNode attributes,
            @Nullable Times times) {}

    /**
     * From when until when a resource lives, and how long it can be kept alive.
     *
     * @param lastExtendedAt null if it has not been extended yet
     */
    record Times(
            Instant createdAt,
            Instant expiresAt,
            Instant maxExpiresAt,
            @Nullable Instant lastExtendedAt) {}
}
