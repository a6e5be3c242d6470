package io.s360.iid.contract;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kind of thing that lives behind the operations.
 *
 * @param key the request member that names one; null if nothing does
 * @param listedIn the request member that lists those to create; null if a call creates one
 * @param within the resource that encloses it, null for an outermost one
 * @param ownedByClient whether only the client that created it can see it
 * @param states the first is that of a new one; empty for something that does not live
 * @param reasons why it may have ended
 * @param endsWith the reason with which it ends when something else ends, by the name of that
 * @param expires null if it does not
 * @param rememberedAfterExpiry how long after its expiry, whenever it ended, it is told from an unknown one; null if as long as
 *     its parent
 * @param perOwner how many active ones a client may have under one parent; null if unlimited
 * @param perParent how many active ones a parent may have; null if unlimited
 * @param attributes what is known of each one beside its identity and its times
 */
public record Resource(
        String name,
        @Nullable String key,
        @Nullable String listedIn,
        @Nullable String within,
        boolean ownedByClient,
        List<String> states,
        List<String> reasons,
        Map<String, String> endsWith,
        @Nullable Lifetime expires,
        @Nullable Duration rememberedAfterExpiry,
        @Nullable Integer perOwner,
        @Nullable Integer perParent,
        List<String> attributes) {

    /** The reason with which a resource ends whose time has passed. */
    public static final String EXPIRED = "EXPIRED";

    /**
     * How long something lives. It is dead at exactly the instant of its expiry.
     *
     * @param idle from its last extension
     * @param atMost from its creation, whatever extends it
     */
    public record Lifetime(Duration idle, Duration atMost) {}

    /** Whether the number of these is limited. */
    public boolean isLimited() {
        return perOwner != null || perParent != null;
    }

    /** The attributes that every one has, whatever the contract calls them. */
    public List<String> builtInAttributes() {
        return List.of("id", "owner", "createdAt", "expiresAt", "maxExpiresAt", "lastExtendedAt", "count", "sequence");
    }
}
