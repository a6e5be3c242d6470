package io.s360.iid.verify.clause;

import io.s360.iid.contract.source.Clause;
import java.util.List;
import java.util.stream.Stream;

/** The numbers of the life-cycle, and what ends with what. */
final class LifecycleTerms {

    /** Members of a resource with several rules below them. */
    private static final List<String> GROUPS = List.of("endsWith", "expires", "limits");

    private static final String REMEMBERED = "rememberedAfterExpiry";

    private LifecycleTerms() {}

    static Stream<Term> of(Clause lifecycle) {
        return lifecycle.members().entrySet().stream().flatMap(resource -> {
            Draft draft = new Draft(
                    Term.Side.LIFECYCLE, resource.getKey(), 0, resource.getKey(), "lifecycle/" + resource.getKey());
            return of(draft, resource.getValue());
        });
    }

    private static Stream<Term> of(Draft draft, Clause resource) {
        Stream<Term> grouped = GROUPS.stream()
                .flatMap(group -> resource.find(group).stream()
                        .flatMap(rules -> rules.members().entrySet().stream()
                                .map(rule -> draft.term(
                                        "",
                                        group + "." + rule.getKey(),
                                        rule.getValue().text(),
                                        rules,
                                        "/" + rule.getKey()))));
        Stream<Term> alone = resource.find(REMEMBERED).stream()
                .map(rule -> draft.term("", REMEMBERED, rule.text(), resource, "/" + REMEMBERED));
        return Stream.concat(grouped, alone);
    }
}
