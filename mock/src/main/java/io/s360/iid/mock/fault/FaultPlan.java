package io.s360.iid.mock.fault;

/** What goes wrong for a tenant, and for which of its requests. Safe for use by several threads. */
public final class FaultPlan {

    private static final FaultPlan NONE = new FaultPlan();

    private FaultPlan() {}

    /** Nothing goes wrong. */
    public static FaultPlan none() {
        return NONE;
    }
}
