package io.s360.iid.mock.document.request;

import io.s360.iid.mock.document.schema.Direction;
import io.s360.iid.mock.document.schema.Flaw;
import io.s360.iid.mock.document.schema.SchemaJudge;
import io.s360.iid.mock.document.schema.Unjudgeable;
import io.s360.iid.mock.document.source.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Judges the parameters of a request. */
record ParameterRules(List<Parameter> parameters, ParameterText texts, SchemaJudge judge) {

    private static final JsonMapper JSON = new JsonMapper();

    /** All that is wrong with them. */
    List<Flaw> flaws(Call call) {
        QueryText query = QueryText.of(call.query());
        List<Flaw> flaws = new ArrayList<>();
        for (Parameter parameter : parameters) {
            Optional<String> text = textOf(parameter, call, query);
            if (text.isEmpty() && !isThere(parameter, query)) {
                if (parameter.isRequired()) {
                    flaws.add(missing(parameter));
                }
            } else if (parameter.schema() != null) {
                flaws.addAll(flawsOf(parameter, parameter.schema(), text.orElse(""), query));
            }
        }
        return flaws;
    }

    private boolean isThere(Parameter parameter, QueryText query) {
        Part schema = parameter.schema();
        return parameter.in().equals("query")
                && schema != null
                && texts.inQuery(schema, parameter.name(), parameter.style(), parameter.isExploded(), query)
                        .isPresent();
    }

    private static Optional<String> textOf(Parameter parameter, Call call, QueryText query) {
        return switch (parameter.in()) {
            case "path" -> Optional.ofNullable(call.pathValues().get(parameter.name()));
            case "query" -> query.values(parameter.name()).stream().findFirst();
            case "cookie" -> Optional.ofNullable(Cookies.in(call).get(parameter.name()));
            default -> {
                List<String> values = call.header(parameter.name());
                yield values.isEmpty() ? Optional.empty() : Optional.of(String.join(",", values));
            }
        };
    }

    private List<Flaw> flawsOf(Parameter parameter, Part schema, String text, QueryText query) {
        try {
            return judge.flaws(schema, valueOf(parameter, schema, text, query), Direction.REQUEST).stream()
                    .map(flaw -> flaw.at(parameter.where() + flaw.where()))
                    .toList();
        } catch (JacksonException notJson) {
            int line = schema.place().line();
            return List.of(new Flaw(parameter.where(), "json", "a JSON text", "is not JSON", line));
        } catch (Unjudgeable unclear) {
            return List.of(); // told when the document was looked through
        }
    }

    private JsonNode valueOf(Parameter parameter, Part schema, String text, QueryText query) {
        if (parameter.isJson()) {
            return JSON.readTree(text);
        }
        if (parameter.in().equals("query")) {
            return texts.inQuery(schema, parameter.name(), parameter.style(), parameter.isExploded(), query)
                    .orElseGet(() -> texts.simple(schema, text, false));
        }
        return texts.simple(schema, text, parameter.isExploded());
    }

    private static Flaw missing(Parameter parameter) {
        int line = parameter.part().placeOf("/required").line();
        return new Flaw(parameter.where(), "required", "required: true", "is missing", line);
    }
}
