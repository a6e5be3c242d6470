package io.s360.iid.mock.document.route;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** How near a path comes to a template: in letters that differ, step by step. A parameter is near to everything. */
final class Nearness {

    private static final int LONGEST = 500;

    private Nearness() {}

    /** The template that comes nearest; empty if none comes nearer than by a third of the path. */
    static Optional<String> nearest(String path, Collection<String> templates) {
        if (path.length() > LONGEST) {
            return Optional.empty();
        }
        String[] steps = path.split("/");
        return templates.stream()
                .map(template -> new Distance(template, between(steps, template.split("/"))))
                .min(Comparator.comparing(Distance::letters))
                .filter(nearest -> nearest.letters() * 3 <= path.length())
                .map(Distance::template);
    }

    private record Distance(String template, int letters) {}

    private static int between(String[] steps, String[] template) {
        int[] previous = new int[template.length + 1];
        for (int column = 1; column <= template.length; column++) {
            previous[column] = previous[column - 1] + template[column - 1].length() + 1;
        }
        for (String step : steps) {
            int[] row = new int[template.length + 1];
            row[0] = previous[0] + step.length() + 1;
            for (int column = 1; column <= template.length; column++) {
                int replaced = previous[column - 1] + ofSteps(step, template[column - 1]);
                int dropped = previous[column] + step.length() + 1;
                int added = row[column - 1] + template[column - 1].length() + 1;
                row[column] = Math.min(replaced, Math.min(dropped, added));
            }
            previous = row;
        }
        return previous[template.length];
    }

    private static int ofSteps(String step, String template) {
        if (template.contains("{")) {
            return step.isEmpty() ? 1 : 0;
        }
        int[] previous = new int[template.length() + 1];
        for (int column = 0; column <= template.length(); column++) {
            previous[column] = column;
        }
        for (int line = 1; line <= step.length(); line++) {
            int[] row = new int[template.length() + 1];
            row[0] = line;
            for (int column = 1; column <= template.length(); column++) {
                int replaced = previous[column - 1] + (step.charAt(line - 1) == template.charAt(column - 1) ? 0 : 1);
                row[column] = Math.min(replaced, 1 + Math.min(previous[column], row[column - 1]));
            }
            previous = row;
        }
        return previous[template.length()];
    }
}
