package io.s360.iid.mock.lifecycle;

import io.s360.iid.contract.Resource;
import io.s360.iid.contract.Standing;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One resource of a kind, such as one session. Changes only under the lock of its sandbox. */
final class Individual {

    private final Identity identity;
    private final Brood siblings;
    private final Brood children = new Brood();
    private final int sequence;
    private Life life;

    /**
     * What never changes.
     *
     * @param id unique among all
     * @param key by which requests name it; null if nothing does
     * @param parent null for an outermost one
     * @param owner the id of the client that created it; null if none did
     * @param attributes an object
     */
    record Identity(
            Resource kind,
            String id,
            @Nullable String key,
            @Nullable Individual parent,
            @Nullable String owner,
            JsonNode attributes) {}

    /**
     * One that joins those below the same parent.
     *
     * @param sequence its place among them; null for the next one
     */
    Individual(Identity identity, Life life, Brood siblings, @Nullable Integer sequence) {
        this.identity = identity;
        this.life = life;
        this.siblings = siblings;
        int next = siblings.add(this);
        this.sequence = sequence == null ? next : sequence;
        if (life.isEnded()) {
            siblings.remove(this);
        }
    }

    Identity identity() {
        return identity;
    }

    Resource kind() {
        return identity.kind();
    }

    Brood children() {
        return children;
    }

    /** As far as it has been seen. */
    Life life() {
        return life;
    }

    /** As it is at a time, which does not count as having been seen. */
    Life lifeAt(Instant now) {
        if (life.isEnded() || kind().states().isEmpty()) {
            return life;
        }
        Instant expiry = life.expiresAt();
        if (expiry != null && life.isPastExpiryAt(now)) {
            return life.endedBy(Resource.EXPIRED, expiry);
        }
        Individual parent = identity.parent();
        return parent == null ? life : lifeWith(parent.lifeAt(now));
    }

    private Life lifeWith(Life parent) {
        if (parent.endedAt() == null) {
            return life;
        }
        boolean expiresToo = Resource.EXPIRED.equals(parent.reason()) && kind().expires() != null;
        String reason = expiresToo ? Resource.EXPIRED : reasonWithParent();
        return reason == null ? life : life.endedBy(reason, parent.endedAt());
    }

    /** Its place among all of its kind that its parent ever had, from 1. */
    int sequence() {
        return sequence;
    }

    /** How it stands. What has once been seen to be over stays over, whatever the clock says later. */
    Standing standingAt(Instant now) {
        settle(now);
        String reason = life.reason();
        return reason == null ? Standing.active() : Standing.endedBy(reason);
    }

    /** Whether nobody can tell any longer that it ever was. */
    boolean isForgottenAt(Instant now) {
        Duration remembered = kind().rememberedAfterExpiry();
        Instant expiry = life.expiresAt();
        boolean isOldEnough = remembered != null && expiry != null && !now.isBefore(expiry.plus(remembered));
        Individual parent = identity.parent();
        return isOldEnough || (parent != null && parent.isForgottenAt(now));
    }

    void extend(Instant now, @Nullable Duration atMostEvery) {
        life = life.extendedAt(now, kind().expires(), atMostEvery);
    }

    /** Ends it, and with it all below it that still live. */
    void end(String reason, Instant now) {
        settle(now);
        children.living().forEach(child -> child.endWithParent(now));
        close(reason, now);
    }

    private void endWithParent(Instant now) {
        String reason = reasonWithParent();
        if (reason != null) {
            end(reason, now);
        }
    }

    private @Nullable String reasonWithParent() {
        return kind().within() == null ? null : kind().endsWith().get(kind().within());
    }

    private void settle(Instant now) {
        Individual parent = identity.parent();
        if (parent != null && !life.isEnded() && !life.isPastExpiryAt(now)) {
            parent.settle(now);
        }
        Life seen = lifeAt(now);
        if (seen.isEnded() && !life.isEnded()) {
            life = seen;
            siblings.remove(this);
        }
    }

    private void close(String reason, Instant at) {
        life = life.endedBy(reason, at);
        siblings.remove(this);
    }
}
