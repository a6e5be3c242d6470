package io.s360.iid.mock.catalogue;

import io.s360.iid.contract.Operation;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The catalogue for a terminal: a table of what there is, and then the commands. */
record CatalogueText(List<Entry> entries, URI base) {

    private static final int WIDTH = 100;

    private static final Pattern WORD = Pattern.compile("\\S+");

    /** With all that its quotes hold. */
    private static final Pattern WORD_OF_SHELL = Pattern.compile("(?:'[^']*'|\"[^\"]*\"|\\\\.|[^\\s'\"\\\\])+");

    String text() {
        StringBuilder text =
                new StringBuilder("ANSWERS, and whether they are to be had by state, by Prefer, by a trigger value\n");
        forEachOperation(text, this::row);
        text.append("\nWAYS TO THEM, each for a tenant of its own, so that it works again and again\n");
        forEachOperation(text, this::commands);
        return text.toString();
    }

    private interface Part {
        void add(Entry entry, StringBuilder text);
    }

    private void forEachOperation(StringBuilder text, Part part) {
        String last = "";
        for (Entry entry : entries) {
            Operation operation = entry.operation();
            if (!operation.id().equals(last)) {
                last = operation.id();
                text.append('\n').append(operation.method()).append(' ').append(operation.path());
                text.append("  ").append(operation.summary()).append('\n');
            }
            part.add(entry, text);
        }
    }

    private void row(Entry entry, StringBuilder text) {
        text.append("  %-36s".formatted(entry.answer()));
        entry.ways().forEach(way -> text.append("  %-7s".formatted(way.isOpen() ? nameOf(way) : "-")));
        text.setLength(text.toString().stripTrailing().length());
        text.append('\n');
    }

    private void commands(Entry entry, StringBuilder text) {
        text.append("\n  ").append(entry.answer()).append('\n');
        for (Way way : entry.ways()) {
            text.append(folded(nameOf(way) + ": " + way.says(), WORD, "    ", ""));
            Script.of(way, base).forEach(line -> text.append(folded(line, WORD_OF_SHELL, "      ", " \\")));
        }
    }

    private static String nameOf(Way way) {
        return way.by() == Way.By.PREFER ? "Prefer" : way.by().name().toLowerCase(Locale.ROOT);
    }

    /** Broken between words where a line would be too wide. */
    private static String folded(String line, Pattern word, String indent, String glue) {
        StringBuilder folded = new StringBuilder(indent);
        Matcher words = word.matcher(line);
        int width = indent.length();
        boolean isFirst = true;
        while (words.find()) {
            String next = words.group();
            if (!isFirst && width + 1 + next.length() + glue.length() > WIDTH) {
                folded.append(glue).append('\n').append(indent).append("  ");
                width = indent.length() + 2;
            } else if (!isFirst) {
                folded.append(' ');
                width++;
            }
            folded.append(next);
            width += next.length();
            isFirst = false;
        }
        return folded.append('\n').toString();
    }
}
