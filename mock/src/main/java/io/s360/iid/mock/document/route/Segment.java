package io.s360.iid.mock.document.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One step of a path template: text, a parameter, or both in a row, as in {@code {id}.json}.
 *
 * @param form what it matches, whatever the parameters are called
 * @param names of its parameters, in their order; none if it is only text
 * @param pattern matches the decoded step of a path, with a group for each parameter
 */
record Segment(String form, List<String> names, Pattern pattern) {

    private static final Pattern PARAMETER = Pattern.compile("\\{([^{}]*)}");
    private static final String ANYTHING = "{}";

    static Segment of(String text) {
        List<String> names = new ArrayList<>();
        StringBuilder pattern = new StringBuilder();
        Matcher parameters = PARAMETER.matcher(text);
        int end = 0;
        while (parameters.find()) {
            pattern.append(Pattern.quote(text.substring(end, parameters.start())))
                    .append("(.+?)");
            names.add(parameters.group(1));
            end = parameters.end();
        }
        pattern.append(Pattern.quote(text.substring(end)));
        String form = PARAMETER.matcher(text).replaceAll("{}");
        return new Segment(form, List.copyOf(names), Pattern.compile(pattern.toString(), Pattern.DOTALL));
    }

    boolean isText() {
        return names.isEmpty();
    }

    /** Whether it is one parameter and nothing else. */
    boolean isAnything() {
        return form.equals(ANYTHING);
    }

    /** The values of its parameters in a decoded step of a path; empty if the step does not match. */
    Optional<List<String>> valuesIn(String step) {
        Matcher matcher = pattern.matcher(step);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<String> values = new ArrayList<>();
        for (int group = 1; group <= matcher.groupCount(); group++) {
            values.add(matcher.group(group));
        }
        return Optional.of(values);
    }
}
