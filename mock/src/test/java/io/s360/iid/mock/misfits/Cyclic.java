package io.s360.iid.mock.misfits;

import io.s360.iid.mock.misfits.other.Back;

/** Needs a room that needs this one. */
public final class Cyclic {

    Back back;
}
