package dev.perfbudget.runner.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What all rules have found, for people. */
public record Diagnosis(List<Examined> examined) {

    private static final String INDENT = "  ";

    public Diagnosis {
        examined = List.copyOf(examined);
    }

    /**
     * A line for people, which may be broken.
     *
     * @param margin what stands before its text
     */
    public record Line(String margin, String text) {

        private Line(String text) {
            this("", text);
        }

        /** What stands before all that follows a break. */
        public String indent() {
            return " ".repeat(margin.length());
        }
    }

    /** One rule and what it has found. */
    private record Row(Examined by, Finding finding) {}

    /**
     * What a rule has found.
     *
     * @param rule its name
     */
    public record Examined(String rule, List<Finding> findings) {

        public Examined {
            findings = List.copyOf(findings);
        }
    }

    /** Has all of them look. One that breaks has not seen anything good. */
    public static Diagnosis of(List<? extends Rule> rules) {
        return new Diagnosis(rules.stream()
                .map(rule -> new Examined(rule.name(), look(rule)))
                .toList());
    }

    private static List<Finding> look(Rule rule) {
        try {
            return rule.look();
        } catch (RuntimeException | LinkageError broken) {
            return List.of(Finding.unknown(
                    "The rule broke [" + broken + "].", "That is a defect of PerfBudget: please report it."));
        }
    }

    /** Whether anything can be measured at all. */
    public boolean isMeasurable() {
        return count(Spoils.MEASURING) == 0;
    }

    /** The findings by what they spoil, worst first, then the rules that found nothing, then one sentence. */
    public List<Line> lines() {
        var lines = new ArrayList<Line>();
        for (var spoils : Spoils.values()) {
            addGroup(lines, spoils);
        }
        var inOrder = examined.stream()
                .filter(rule -> rule.findings().isEmpty())
                .map(Examined::rule)
                .collect(Collectors.joining(", "));
        if (!inOrder.isEmpty()) {
            lines.add(new Line("In order: " + inOrder));
            lines.add(new Line(""));
        }
        lines.add(new Line(conclusion()));
        return lines;
    }

    private void addGroup(List<Line> lines, Spoils spoils) {
        var rows = rows(spoils).toList();
        if (rows.isEmpty()) {
            return;
        }
        var width =
                rows.stream().mapToInt(row -> row.by().rule().length()).max().orElse(0);
        lines.add(new Line(spoils.heading()));
        for (var row : rows) {
            var rule = row.by().rule();
            var margin = INDENT + rule + " ".repeat(width - rule.length()) + INDENT;
            var text = row.finding().found() + "\n" + row.finding().cure();
            for (var line : text.lines().toList()) {
                lines.add(new Line(margin, line));
                margin = " ".repeat(margin.length());
            }
        }
        lines.add(new Line(""));
    }

    private Stream<Row> rows(Spoils spoils) {
        return examined.stream().flatMap(rule -> rule.findings().stream()
                .filter(finding -> finding.spoils() == spoils)
                .map(finding -> new Row(rule, finding)));
    }

    /** {@code Fit for paired verdicts; 2 findings spoil verdicts against a stored baseline.} */
    public String conclusion() {
        var clauses = new ArrayList<String>();
        clauses.add(fitness());
        Stream.of(Spoils.MEASURING, Spoils.ALL, Spoils.STORED, Spoils.PAIRED).forEach(spoils -> {
            var count = count(spoils);
            if (count > 0) {
                clauses.add(count + (count == 1 ? " finding spoils " : " findings spoil ") + spoils.words());
            }
        });
        var unknown = count(Spoils.UNKNOWN);
        if (unknown > 0) {
            clauses.add(unknown + (unknown == 1 ? " thing" : " things") + " could not be read");
        }
        return String.join("; ", clauses) + ".";
    }

    private String fitness() {
        if (!isMeasurable()) {
            return "Nothing can be measured here";
        }
        if (count(Spoils.ALL) > 0 || (count(Spoils.STORED) > 0 && count(Spoils.PAIRED) > 0)) {
            return "Not fit to measure";
        }
        if (count(Spoils.STORED) > 0) {
            return "Fit for paired verdicts";
        }
        if (count(Spoils.PAIRED) > 0) {
            return "Fit for verdicts against a stored baseline";
        }
        return count(Spoils.UNKNOWN) > 0 ? "Fit for all verdicts, as far as can be seen" : "Fit for all verdicts";
    }

    private long count(Spoils spoils) {
        return rows(spoils).count();
    }
}
