package io.s360.iid.mock.document.request;

import io.s360.iid.mock.document.schema.Notes;
import io.s360.iid.mock.document.source.BrokenSource;
import io.s360.iid.mock.document.source.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A parameter that an operation declares.
 *
 * @param in {@code path}, {@code query}, {@code header} or {@code cookie}
 * @param schema null if there is none, or none by which it can be judged
 * @param isJson whether the value is a JSON text
 */
record Parameter(
        Part part,
        String in,
        String name,
        boolean isRequired,
        @Nullable Part schema,
        String style,
        boolean isExploded,
        boolean isJson) {

    /** Headers that are spoken of elsewhere in a document (OpenAPI 3.0, 4.7.12). */
    private static final Set<String> NOT_PARAMETERS = Set.of("accept", "content-type", "authorization");

    private static final Map<String, Set<String>> JUDGED = Map.of(
            "path", Set.of("simple"),
            "query", Set.of("form", "spaceDelimited", "pipeDelimited", "deepObject"),
            "header", Set.of("simple"),
            "cookie", Set.of("form"));

    /** Of the operation and its path; the operation's own count more. */
    static List<Parameter> of(List<Part> pathItems, Part operation, Notes notes) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        List<Part> holders = new ArrayList<>(List.of(operation));
        holders.addAll(pathItems);
        for (Part holder : holders) {
            holder.member("parameters")
                    .ifPresent(list -> list.items().forEach(item -> {
                        try {
                            Parameter parameter = read(item.followed(), notes);
                            parameters.putIfAbsent(parameter.in + " " + parameter.name, parameter);
                        } catch (BrokenSource broken) {
                            notes.tell(broken.spot(), broken.problem() + ", so the parameter is not judged");
                        }
                    }));
        }
        return parameters.values().stream().filter(Parameter::isOne).toList();
    }

    private static Parameter read(Part part, Notes notes) {
        String in = part.text("in").orElse("");
        String style = part.text("style").orElse(in.equals("query") || in.equals("cookie") ? "form" : "simple");
        boolean isExploded = part.member("explode")
                .map(explode -> explode.value().asBoolean(false))
                .orElse(style.equals("form") || style.equals("deepObject"));
        Optional<Map.Entry<String, Part>> content = part.member("content")
                .flatMap(types -> types.members().entrySet().stream().findFirst());
        boolean isJudged = content.map(type -> type.getKey().contains("json"))
                .orElse(JUDGED.getOrDefault(in, Set.of()).contains(style));
        if (!isJudged) {
            String how = content.map(Map.Entry::getKey).orElse("style " + style);
            notes.tell(part.spot(), "parameters in the " + in + " with " + how + " are not judged");
        }
        Part schema =
                content.map(Map.Entry::getValue).orElse(part).member("schema").orElse(null);
        return new Parameter(
                part,
                in,
                part.text("name").orElse(""),
                part.isSet("required") && !in.equals("path"), // a path without it is another path
                isJudged ? schema : null,
                style,
                isExploded,
                content.isPresent());
    }

    private boolean isOne() {
        return JUDGED.containsKey(in)
                && !(in.equals("header") && NOT_PARAMETERS.contains(name.toLowerCase(Locale.ROOT)));
    }

    /** As problems name places. */
    String where() {
        return in.equals("header") ? name : in + "." + name;
    }
}
