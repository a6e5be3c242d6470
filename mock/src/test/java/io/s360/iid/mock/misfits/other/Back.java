package io.s360.iid.mock.misfits.other;

import io.s360.iid.mock.misfits.Cyclic;

/** Needs a room that needs this one. */
public final class Back {

    Cyclic cyclic;
}
