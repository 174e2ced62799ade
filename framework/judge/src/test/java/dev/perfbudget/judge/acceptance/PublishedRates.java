package dev.perfbudget.judge.acceptance;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The rates of wrong verdicts that docs/error-rates.md publishes: a table for each design. */
final class PublishedRates {

    private static final GeneratedPart PART = new GeneratedPart("simulated rates");
    private static final String HEADING = "### ";
    private static final String COMPARISONS = " comparisons a row";
    private static final String HEAD =
            """
            | shape | forks a side | regressed | unchanged | regressed where nothing changed | covered at the quantile | at the mean |
            |---|---|---|---|---|---|---|
            """;

    private final StringBuilder text = new StringBuilder();
    private String design = "";

    /**
     * One row, in per cent.
     *
     * @param comparisons behind it
     * @param regressed wrongly, at exactly the threshold
     * @param unchanged likewise
     */
    record Row(int comparisons, double regressed, double unchanged) {}

    /** All rows by the name of their situation. */
    static Map<String, Row> read() {
        var rows = new HashMap<String, Row>();
        var design = "";
        var comparisons = 0;
        for (var line : PART.lines()) {
            var cells = line.split("\\|", -1);
            if (line.startsWith(HEADING)) {
                design = line.substring(HEADING.length());
            } else if (line.contains(COMPARISONS)) {
                comparisons = Integer.parseInt(line.substring(0, line.indexOf(COMPARISONS)));
            } else if (line.endsWith(" % |")) {
                rows.put(
                        design + ": " + cells[1].trim() + ", " + cells[2].trim(),
                        new Row(comparisons, percent(cells[3]), percent(cells[4])));
            }
        }
        return rows;
    }

    /** Adds a row, in the order of the designs. */
    void add(Situation situation, ErrorRates rates) {
        if (!design.equals(situation.design())) {
            design = situation.design();
            text.append(heading(rates));
        }
        text.append(String.format(
                Locale.ROOT,
                "| %s | %s | %.2f %% | %.2f %% | %.2f %% | %.1f %% | %.1f %% |\n",
                situation.shape(),
                situation.forks(),
                rates.percent(rates.regressed()),
                rates.percent(rates.unchanged()),
                rates.percent(rates.alarms()),
                rates.percent(rates.quantileCovered()),
                rates.percent(rates.meanCovered())));
    }

    /** Puts the tables into the document. */
    void write() {
        PART.replaceBy(text + "\n");
    }

    private String heading(ErrorRates rates) {
        return String.format(
                Locale.ROOT,
                "\n%s%s\n\n%d%s; up to %.2f %% of wrong verdicts are explained by chance.\n\n%s",
                HEADING,
                design,
                rates.comparisons(),
                COMPARISONS,
                rates.percent(ErrorRates.largestByChance(rates.comparisons())),
                HEAD);
    }

    private static double percent(String cell) {
        return Double.parseDouble(cell.replace("%", "").trim());
    }
}
