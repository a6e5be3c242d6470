package io.s360.iid.verify.drift.proposal;

import io.s360.iid.contract.Operation;
import io.s360.iid.contract.source.ContractFiles;
import io.s360.iid.contract.source.UnreadableSource;
import io.s360.iid.verify.drift.sight.Cause;
import io.s360.iid.verify.drift.sight.Kind;
import io.s360.iid.verify.drift.sight.Observed;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds a change of the contract for each cause, one after the other; a change that the reader refuses is not made. */
public final class Proposals {

    private static final String NOTHING = "nothing proposed: ";

    private final ContractFiles files;
    private final Map<String, Set<Integer>> statuses;

    /** @param statuses that were seen, by the id of the operation */
    public Proposals(ContractFiles files, Map<String, Set<Integer>> statuses) {
        this.files = files;
        this.statuses = Map.copyOf(statuses);
    }

    /** What is proposed for all of them together. */
    public Proposal propose(List<Observed> all) {
        Draft draft = Draft.of(files);
        Map<Cause, String> words = new HashMap<>();
        List<Observed> inOrder =
                all.stream().sorted(Comparator.comparing(Proposals::turn)).toList();
        for (Observed observed : inOrder) {
            Draft tried = draft.copy();
            try {
                String what = change(tried, observed);
                tried.contract();
                words.put(observed.cause(), "proposed: " + what);
                draft = tried;
            } catch (NotProposed because) {
                words.put(observed.cause(), NOTHING + because.getMessage());
            } catch (UnreadableSource moved) {
                words.put(
                        observed.cause(),
                        NOTHING + "another change has moved what it is about; apply that, and watch again");
            }
        }
        return new Proposal(words, draft.changed(), diff(draft));
    }

    /** What is new is declared last, when the schemas that it may use have been changed. */
    private static int turn(Observed observed) {
        Kind kind = observed.cause().kind();
        return kind == Kind.UNDECLARED_STATUS || kind == Kind.UNKNOWN_ANSWER ? 1 : 0;
    }

    private String change(Draft draft, Observed observed) {
        return switch (observed.cause().kind()) {
            case UNKNOWN_MEMBER -> SchemaEdits.addMember(draft, observed);
            case MISSING_MEMBER -> SchemaEdits.makeOptional(draft, observed);
            case OTHER_VALUE, OTHER_HEADER_VALUE -> SchemaEdits.loosen(draft, observed);
            case UNDECLARED_HEADER -> HeaderEdits.add(draft, observed);
            case MISSING_HEADER -> HeaderEdits.makeOptional(draft, observed);
            case OTHER_TEXT -> Examples.changeText(draft, observed);
            case UNKNOWN_ANSWER -> Examples.addRefusal(draft, observed, operationOf(draft, observed));
            case UNDECLARED_STATUS -> declareStatus(draft, observed, operationOf(draft, observed));
            default -> throw new NotProposed(decisionOf(observed.cause().kind()));
        };
    }

    private String declareStatus(Draft draft, Observed observed, Operation operation) {
        return new StatusEdits(observed, operation).declare(draft, statuses.getOrDefault(operation.id(), Set.of()));
    }

    /** As it is after the changes before. */
    private static Operation operationOf(Draft draft, Observed observed) {
        Operation operation = observed.first().operation();
        if (operation == null) {
            throw new NotProposed("no operation of the contract has this path and method");
        }
        return draft.contract().operation(operation.id());
    }

    private static String decisionOf(Kind kind) {
        return switch (kind) {
            case UNDECLARED_OPERATION -> "an operation needs a table of decisions, which a person has to write";
            case OTHER_MEDIA -> "the dialect of the contract knows no answers but JSON";
            case ACCEPTED -> "whether the check goes or the address behind is mended, a person has to decide";
            case REFUSED -> "one exchange does not show by which rule it was refused: ask";
            case NOT_ECHOED, SECRET_REPEATED ->
                "this is no matter of the contract: the address behind has to be mended";
            default -> "a person has to decide";
        };
    }

    private String diff(Draft draft) {
        Patch patch = new Patch();
        new TreeMap<>(draft.changed()).forEach((name, after) -> patch.add(name, originalOf(name), after));
        return patch.toString();
    }

    private @Nullable String originalOf(String name) {
        try {
            return files.text(name);
        } catch (IOException isNew) {
            return null;
        }
    }
}
