package io.s360.iid.contract.source;

/** JSON pointers (RFC 6901) as text. */
public final class Pointers {

    private Pointers() {}

    /** The pointer to a member or item of the value at {@code parent}. */
    public static String child(String parent, String name) {
        return parent + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** The name that a step of a pointer stands for. */
    public static String unescape(String step) {
        return step.replace("~1", "/").replace("~0", "~");
    }
}
