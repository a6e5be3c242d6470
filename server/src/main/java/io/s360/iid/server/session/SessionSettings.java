package io.s360.iid.server.session;

import java.time.Duration;

/**
 * How long sessions live and how many there may be.
 *
 * @param parentExtendedAtMostEvery the shortest time between two extensions of a parent session by refreshes
 * @param parentRememberedAfterExpiry how long after its expiry, whenever it ended, a parent is told from an unknown one
 * @param childRememberedAfterExpiry the same of a child
 * @param childrenPerClient active ones of one client under one parent session
 * @param childrenPerParent active ones of all clients under one parent session
 * @param messagesPerChild in all
 */
public record SessionSettings(
        Lifespan.Limits parent,
        Duration parentExtendedAtMostEvery,
        Lifespan.Limits child,
        Duration parentRememberedAfterExpiry,
        Duration childRememberedAfterExpiry,
        int childrenPerClient,
        int childrenPerParent,
        int messagesPerChild) {}
