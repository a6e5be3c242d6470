package io.s360.iid.contract.request;

import tools.jackson.databind.JsonNode;

/** NUL, or half a surrogate pair: JSON can spell them, but they are no text that every store and every reader can take. */
public final class BrokenText {

    private BrokenText() {}

    /** Whether any text in a tree is broken, names of members included. */
    public static boolean isIn(JsonNode tree) {
        if (tree.isString()) {
            return isBroken(tree.stringValue());
        }
        for (String name : tree.propertyNames()) {
            if (isBroken(name)) {
                return true;
            }
        }
        for (JsonNode child : tree) {
            if (isIn(child)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBroken(String text) {
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (unit == 0 || Character.isLowSurrogate(unit)) {
                return true;
            }
            if (Character.isHighSurrogate(unit)) {
                at++;
                if (at == text.length() || !Character.isLowSurrogate(text.charAt(at))) {
                    return true;
                }
            }
        }
        return false;
    }
}
