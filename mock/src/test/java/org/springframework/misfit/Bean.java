package org.springframework.misfit;

/** Stands for Spring, which is not on this class path. */
public final class Bean {}
