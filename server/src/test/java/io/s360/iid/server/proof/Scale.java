package io.s360.iid.server.proof;

/** How much is tried: little in each build, much when {@code -Ds360.prove=long} asks for it. */
public final class Scale {

    private static final boolean LONG = "long".equals(System.getProperty("s360.prove"));
    /** Nobody need run all of it to see how it goes. */
    private static final int PERCENT = Integer.getInteger("s360.prove.percent", 100);

    private Scale() {}

    public static int of(int inABuild, int inFull) {
        return LONG ? Math.max(inABuild, (int) ((long) inFull * PERCENT / 100)) : inABuild;
    }

    /** Tells a figure to whoever has asked for the proof. */
    public static void tell(String figure, Object... values) {
        System.out.println("proof: " + String.format(figure, values));
    }
}
