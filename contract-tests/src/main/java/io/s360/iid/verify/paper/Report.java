package io.s360.iid.verify.paper;

import io.s360.iid.contract.source.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * All that the files of a run say. Nothing secret stands in it.
 *
 * @param columns what was judged, in this order
 * @param headlines one for each cause, questions after failures
 * @param clauses the coverage; empty if it was not looked at
 */
public record Report(
        Circumstances run,
        List<Column> columns,
        List<Chapter> chapters,
        List<Headline> headlines,
        List<Cycle> cycles,
        List<Coverage> clauses,
        List<Walk> walks) {

    public Report {
        columns = List.copyOf(columns);
        chapters = List.copyOf(chapters);
        headlines = List.copyOf(headlines);
        cycles = List.copyOf(cycles);
        clauses = List.copyOf(clauses);
        walks = List.copyOf(walks);
    }

    /** What was judged: the contract's own examples, the kit's own mock or server, or an address that was given. */
    public enum Kind {
        EXAMPLES,
        HOUSE,
        LIVE
    }

    /**
     * Something that was judged.
     *
     * @param address null if it has none
     * @param played how many cases
     * @param kept how many of them went as the contract says
     * @param notReached how many could not be played
     */
    public record Column(String name, Kind kind, @Nullable String address, int played, int kept, int notReached) {}

    /** The answers of one operation. */
    public record Chapter(String operation, String method, String path, String summary, List<Row> rows) {

        public Chapter {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One answer of an operation.
     *
     * @param place where the answer stands in the contract
     * @param cells one for each column
     */
    public record Row(int status, String answer, String place, Provenance provenance, List<Square> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * What one target showed of one answer.
     *
     * @param why cases could not be played; empty if all could
     */
    public record Square(int kept, int broken, int notReached, String why) {

        /** How it went, all in all. */
        Outcome outcome() {
            return broken > 0 ? Outcome.BROKEN : kept > 0 ? Outcome.KEPT : Outcome.NOT_REACHED;
        }
    }

    /** How a target did with something. */
    enum Outcome {
        KEPT,
        BROKEN,
        NOT_REACHED
    }

    /**
     * One cause of findings.
     *
     * @param clause what is broken, in words
     * @param place the line of the contract that is broken
     * @param shown how it shows in the smallest request
     * @param count how many cases showed it
     * @param rows where it was seen: the operations with status and name of the answer
     * @param curl the smallest request that shows it
     * @param isQuestion whether the contract itself may be what is wrong
     */
    public record Headline(
            String target,
            String clause,
            String place,
            Provenance provenance,
            Difference shown,
            int count,
            List<String> rows,
            String curl,
            boolean isQuestion) {

        public Headline {
            rows = List.copyOf(rows);
        }

        /** In plain lines, the first of which says the most. */
        List<String> lines() {
            List<String> lines = new ArrayList<>();
            lines.add((isQuestion ? "QUESTION " : "") + clause);
            lines.add(place + ", " + provenance.name().toLowerCase(Locale.ROOT) + ", seen in " + count
                    + (count == 1 ? " case" : " cases"));
            lines.add(shown.aspect + ": expected " + shown.expected + ", got " + shown.got);
            lines.add(curl);
            return lines;
        }
    }

    /** What was expected of one aspect, and what came. */
    public record Difference(String aspect, String expected, String got) {}

    /** The life of one kind of resource. */
    public record Cycle(String name, String summary, List<String> states, List<Move> moves) {

        public Cycle {
            states = List.copyOf(states);
            moves = List.copyOf(moves);
        }
    }

    /**
     * What brings a resource from one state into another.
     *
     * @param from null if it makes the resource
     * @param by the id of an operation, or the name of what else ends it
     * @param reason why it has ended; null if it has not
     * @param walked how often it was seen to happen, for each column; empty if no request brings it about
     */
    public record Move(
            @Nullable String from,
            String to,
            String by,
            @Nullable String reason,
            String place,
            List<Integer> walked) {

        public Move {
            walked = List.copyOf(walked);
        }
    }

    /**
     * How well one clause of the contract was tried.
     *
     * @param cells one for each column
     */
    public record Coverage(String id, String words, String place, Provenance provenance, List<Trial> cells) {

        public Coverage {
            cells = List.copyOf(cells);
        }
    }

    /** How often a clause was kept on purpose, and broken on purpose. */
    public record Trial(int satisfied, int violated) {}

    /**
     * A sequence of calls after which a target was not where the contract says.
     *
     * @param place the decision that was broken
     * @param steps of the shortest such sequence
     * @param difference what was expected, and what came
     */
    public record Walk(String target, String place, List<String> steps, String difference, String curl) {

        public Walk {
            steps = List.copyOf(steps);
        }
    }

    /** What is to be said of one target's answer. */
    List<Headline> headlines(Column column, Chapter chapter, Row row) {
        String seenIn = chapter.operation + " · " + row.status + " " + row.answer;
        return headlines.stream()
                .filter(headline -> headline.target.equals(column.name) && headline.rows.contains(seenIn))
                .toList();
    }

    /** Whether there is nothing to say, and nothing to ask. */
    public boolean isSpotless() {
        return walks.isEmpty() && headlines.isEmpty();
    }

    /** Whether nothing was found that counts. */
    public boolean isKept() {
        return walks.isEmpty() && headlines.stream().allMatch(Headline::isQuestion);
    }
}
