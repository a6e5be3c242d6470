package io.s360.iid.verify.walk.model;

import io.s360.iid.contract.Resource;
import io.s360.iid.contract.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One resource. Without times it never expires. */
final class Thing {

    private final Resource kind;
    private final int number;
    private final @Nullable Thing parent;
    private final @Nullable String owner;
    private final JsonNode attributes;
    private final List<Thing> children = new ArrayList<>();
    private final int sequence;
    private @Nullable Life life;
    private @Nullable String reason;

    /** @param number by which a walk names it; 0 if nothing can */
    Thing(
            Resource kind,
            int number,
            @Nullable Thing parent,
            @Nullable String owner,
            JsonNode attributes,
            @Nullable Life life) {
        this.kind = kind;
        this.number = number;
        this.parent = parent;
        this.owner = owner;
        this.attributes = attributes;
        this.life = life;
        this.sequence = parent == null ? 1 : 1 + (int) parent.all(kind).count();
        if (parent != null) {
            parent.children.add(this);
        }
    }

    Resource kind() {
        return kind;
    }

    int number() {
        return number;
    }

    @Nullable
    Thing parent() {
        return parent;
    }

    @Nullable
    String owner() {
        return owner;
    }

    JsonNode attributes() {
        return attributes;
    }

    /** Its place among its kind under its parent, from 1. */
    int sequence() {
        return sequence;
    }

    @Nullable
    Life life() {
        return life;
    }

    /** An end is for good and keeps its first reason; otherwise its own time decides, then what encloses it. */
    Standing standingAt(Instant now) {
        if (reason != null) {
            return Standing.endedBy(reason);
        }
        if (life != null && life.isOverAt(now)) {
            return Standing.endedBy(Resource.EXPIRED);
        }
        Standing above = parent == null ? Standing.active() : parent.standingAt(now);
        if (above.isActive() || parent == null || kind.states().isEmpty()) {
            return Standing.active();
        }
        boolean inTime = Resource.EXPIRED.equals(above.reason()) && kind.expires() != null;
        String with = inTime ? Resource.EXPIRED : kind.endsWith().get(parent.kind.name());
        return with == null ? Standing.active() : Standing.endedBy(with);
    }

    /** Whether it can no longer be told from one that never was. */
    boolean isForgottenAt(Instant now) {
        Duration remembered = kind.rememberedAfterExpiry();
        boolean isOld = remembered != null
                && life != null
                && !now.isBefore(life.expiresAt().plus(remembered));
        return isOld || (parent != null && parent.isForgottenAt(now));
    }

    /** Returns whether this has extended it: not if that is too soon after the last time. */
    boolean extend(Instant now, @Nullable Duration atMostEvery) {
        Resource.Lifetime lifetime = kind.expires();
        if (life == null || lifetime == null || life.isFreshAt(now, atMostEvery)) {
            return false;
        }
        life = life.extendedAt(now, lifetime);
        return true;
    }

    /** Ends it if it is active, and all that ends with it. */
    void end(String why, Instant now) {
        if (standingAt(now).isActive()) {
            for (Thing child : children) {
                String with = child.kind.endsWith().get(kind.name());
                if (with != null) {
                    child.end(with, now);
                }
            }
            reason = why;
        }
    }

    /** It has been over since before anybody looked. */
    Thing endedBy(String why) {
        reason = why;
        return this;
    }

    /** How many active ones of a kind it has; of one owner, or of all. */
    long count(Resource of, @Nullable String whose, Instant now) {
        return all(of).filter(child -> child.standingAt(now).isActive())
                .filter(child -> whose == null || whose.equals(child.owner))
                .count();
    }

    private Stream<Thing> all(Resource of) {
        return children.stream().filter(child -> child.kind.equals(of));
    }
}
