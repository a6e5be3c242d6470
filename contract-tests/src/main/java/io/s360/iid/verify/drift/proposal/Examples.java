package io.s360.iid.verify.drift.proposal;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Operation;
import io.s360.iid.verify.drift.sight.Cause;
import io.s360.iid.verify.drift.sight.Observed;
import io.s360.iid.verify.drift.sight.Spot;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Examples, which have to say what was seen as well. */
final class Examples {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String VALUE = "/value";
    private static final String FOLDER = "examples/";

    private Examples() {}

    /** Puts a value of the new type into the examples of the answers in which it was seen. */
    static void adapt(Draft draft, Observed observed) {
        JsonNode value = ShapeSchema.example(observed.evidence().shape());
        for (Observed.Use use : observed.uses()) {
            Operation operation = use.operation();
            if (operation == null || observed.cause().side() == Cause.Side.REQUEST) {
                continue;
            }
            String pointer = VALUE + use.where().replace("/*", "/0");
            operation.answers().values().stream()
                    .filter(answer -> answer.status() == use.status())
                    .map(answer -> answer.place().file())
                    .filter(file -> draft.file(file).has(pointer))
                    .forEach(file -> draft.edit(file, text -> text.set(pointer, value)));
        }
    }

    /** Changes a text that an answer always has. */
    static String changeText(Draft draft, Observed observed) {
        Spot spot = observed.cause().spot();
        JsonNode value = ShapeSchema.example(observed.evidence().shape());
        if (value.isString() && observed.evidence().shape().words().isEmpty()) {
            throw new NotProposed("the text does not look like one of the interface and is not told");
        }
        draft.edit(spot.file(), file -> file.set(spot.pointer(), value));
        return "the text changed in " + spot.file();
    }

    /** Names a refusal of a status that is declared. */
    static String addRefusal(Draft draft, Observed observed, Operation operation) {
        String name = nameOf(observed, operation);
        String file = write(
                draft,
                FOLDER + name,
                bodyLike(operation, observed, observed.first().status()));
        for (Spot media : observed.slots()) {
            draft.edit(media.file(), text -> text.add(media.pointer() + "/examples", name, reference(file)));
        }
        return "the answer " + name + " added; no decision gives it yet: a person has to say when it comes";
    }

    /** A name for what was seen that no answer of the operation has. */
    static String nameOf(Observed observed, Operation operation) {
        String told = Optional.ofNullable(observed.evidence().shape().members().get("desc"))
                .map(desc -> desc.members().get("code"))
                .flatMap(code -> code.words().stream().sorted().findFirst())
                .map(word -> word.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^[^a-z]+|-$", ""))
                .filter(word -> !word.isEmpty())
                .orElse("seen");
        String name = told.equals("seen") ? "seen-" + observed.first().status() : told;
        return operation.answers().containsKey(name)
                ? name + "-" + observed.first().status()
                : name;
    }

    /** The body of a declared answer, with what was seen of the envelope put into it. */
    static JsonNode bodyLike(Operation operation, Observed observed, int status) {
        JsonNode seen = ShapeSchema.example(observed.evidence().shape());
        Optional<Answer> like = operation.answers().values().stream()
                .filter(answer -> answer.isSuccess() == status < 300)
                .filter(answer -> answer.body().propertyStream().allMatch(member -> seen.has(member.getKey()))
                        && seen.size() == answer.body().size())
                .findFirst();
        return like.isEmpty() ? seen : overlaid((ObjectNode) like.get().copyOfBody(), seen, observed);
    }

    private static JsonNode overlaid(ObjectNode body, JsonNode seen, Observed observed) {
        var members = observed.evidence().shape().members();
        if (seen.path("code").isIntegralNumber()) {
            body.set("code", seen.get("code"));
        }
        var desc = members.get("desc");
        if (desc != null && body.get("desc") instanceof ObjectNode described) {
            desc.members()
                    .forEach((name, text) -> text.words().stream()
                            .sorted()
                            .findFirst()
                            .filter(word -> described.has(name))
                            .ifPresent(word -> described.put(name, word)));
        }
        return body;
    }

    /** Writes a new file. */
    static String write(Draft draft, String name, JsonNode body) {
        String file = name + ".yaml";
        if (draft.hasFile(file)) {
            file = name + "-seen.yaml";
        }
        draft.create(file, YamlText.document(JSON.objectNode().set("value", body)));
        return file;
    }

    static ObjectNode reference(String file) {
        return JSON.objectNode().put("$ref", "./" + file);
    }
}
