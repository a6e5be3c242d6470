package io.s360.iid.mock.document.request;

import io.s360.iid.mock.document.schema.Flaw;
import io.s360.iid.mock.document.schema.Notes;
import io.s360.iid.mock.document.source.BrokenSource;
import io.s360.iid.mock.document.source.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which credentials a request must carry. Only their presence is looked at: the mock knows nobody's secrets.
 *
 * @param part where the demand stands
 * @param alternatives any one of them is enough, with all that it lists; nothing is demanded if there are none
 */
record SecurityRules(Part part, List<List<Credential>> alternatives) {

    /** Of the operation, otherwise of the whole document. */
    static SecurityRules of(Part root, Part operation, Notes notes) {
        Part demand =
                operation.member("security").or(() -> root.member("security")).orElse(operation);
        List<List<Credential>> alternatives = new ArrayList<>();
        if (!demand.location().equals(operation.location())) {
            for (Part alternative : demand.items()) {
                credentials(root, alternative, notes).ifPresent(alternatives::add);
            }
        }
        return new SecurityRules(demand, alternatives);
    }

    /** All credentials of one alternative; empty if one of them is not defined, so that nobody could have it. */
    private static Optional<List<Credential>> credentials(Part root, Part alternative, Notes notes) {
        Map<String, Part> schemes = root.member("components")
                .flatMap(components -> components.member("securitySchemes"))
                .map(Part::members)
                .orElse(Map.of());
        List<Credential> credentials = new ArrayList<>();
        for (String name : alternative.members().keySet()) {
            Part scheme = schemes.get(name);
            if (scheme == null) {
                notes.tell(alternative.spot(), "the security scheme " + name + " is not defined, and not asked for");
                return Optional.of(List.of());
            }
            try {
                Credential.of(scheme.followed(), notes).ifPresent(credentials::add);
            } catch (BrokenSource broken) {
                notes.tell(broken.spot(), broken.problem());
            }
        }
        return Optional.of(credentials);
    }

    /** What is missing; empty if the request carries enough. */
    Optional<Flaw> flaw(Call call) {
        boolean isEnough = alternatives.isEmpty()
                || alternatives.stream().anyMatch(all -> all.stream().allMatch(credential -> credential.isIn(call)));
        if (isEnough) {
            return Optional.empty();
        }
        String wanted = alternatives.stream()
                .map(all -> all.stream().map(Credential::toString).collect(Collectors.joining(" and ")))
                .distinct()
                .collect(Collectors.joining(" or "));
        String where = alternatives.get(0).get(0).where();
        return Optional.of(
                new Flaw(where, "security", wanted, "is missing", part.place().line()));
    }

    /** The challenge that goes with a refusal (RFC 9110, 11.6.1); empty if the credentials are no HTTP authentication. */
    Optional<String> challenge() {
        return alternatives.stream()
                .flatMap(List::stream)
                .filter(credential -> credential.scheme() != null)
                .map(credential -> credential.scheme() + " realm=\"mock\"")
                .findFirst();
    }

    static String capitalized(String scheme) {
        return scheme.substring(0, 1).toUpperCase(Locale.ROOT)
                + scheme.substring(1).toLowerCase(Locale.ROOT);
    }
}
