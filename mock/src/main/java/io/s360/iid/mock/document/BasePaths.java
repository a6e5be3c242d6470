package io.s360.iid.mock.document;

import io.s360.iid.mock.document.source.Part;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The paths that the document's servers begin with. Callers may send them or leave them out.
 *
 * @param bases without a slash at the end, the longest first
 */
record BasePaths(List<String> bases) {

    private static final Pattern HOST = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*:)?//[^/]*");
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");

    static BasePaths of(Part root, List<Operation> operations) {
        Set<String> bases = new LinkedHashSet<>();
        addTo(bases, root);
        root.member("paths").ifPresent(paths -> paths.members().values().forEach(item -> addTo(bases, item)));
        operations.forEach(operation -> addTo(bases, operation.part()));
        return new BasePaths(bases.stream()
                .sorted(Comparator.comparing(base -> -base.length()))
                .toList());
    }

    private static void addTo(Set<String> bases, Part holder) {
        holder.member("servers")
                .ifPresent(servers -> servers.items().forEach(server -> {
                    String path =
                            HOST.matcher(withVariables(server)).replaceFirst("").replaceFirst("/+$", "");
                    if (path.startsWith("/")) {
                        bases.add(path);
                    }
                }));
    }

    private static String withVariables(Part server) {
        Map<String, Part> variables =
                server.member("variables").map(Part::members).orElse(Map.of());
        return VARIABLE.matcher(server.text("url").orElse("")).replaceAll(found -> {
            Part variable = variables.get(found.group(1));
            return Matcher.quoteReplacement(
                    variable == null ? "" : variable.text("default").orElse(""));
        });
    }

    /** The ways to read a path: without the base, if it begins with one, and as it stands. */
    Stream<String> readings(String path) {
        return Stream.concat(
                bases.stream()
                        .filter(base -> path.startsWith(base)
                                && (path.length() == base.length() || path.charAt(base.length()) == '/'))
                        .map(base -> path.length() == base.length() ? "/" : path.substring(base.length())),
                Stream.of(path));
    }
}
