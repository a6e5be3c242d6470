package io.s360.iid.mock.refusal;

/** Text that may be shown anywhere: short, on one line, and without anything that a terminal obeys. */
final class Plain {

    /** How much of a value is shown. */
    static final int VALUE = 80;

    /** How much of a sentence is shown. */
    static final int SENTENCE = 400;

    private Plain() {}

    /** So many characters of a text; what cannot be printed is written as JSON writes it. */
    static String cut(String text, int most) {
        StringBuilder shown = new StringBuilder();
        int end = Math.min(text.length(), most);
        for (int at = 0; at < end; ) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            append(shown, point);
        }
        return text.length() > most ? shown + "…" : shown.toString();
    }

    private static void append(StringBuilder shown, int point) {
        if (isPrintable(point)) {
            shown.appendCodePoint(point);
        } else if (Character.isBmpCodePoint(point)) {
            shown.append("\\u%04x".formatted(point));
        } else {
            shown.append("\\u{%x}".formatted(point));
        }
    }

    private static boolean isPrintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
