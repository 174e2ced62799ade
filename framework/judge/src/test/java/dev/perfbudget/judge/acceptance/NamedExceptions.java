package dev.perfbudget.judge.acceptance;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The situations that docs/error-rates.md names as those where the judge errs more often than alpha. */
final class NamedExceptions {

    private static final GeneratedPart PART = new GeneratedPart("named exceptions");
    private static final String HEAD =
            """
            | situation | wrongly called | how often |
            |---|---|---|
            """;

    private final StringBuilder rows = new StringBuilder();

    /** One row of the table of exceptions. */
    record Named(String situation, String verdict) {}

    /** All of them. */
    static Set<Named> read() {
        return PART.lines().stream()
                .skip(2)
                .map(line -> line.split("\\|", -1))
                .map(cells -> new Named(cells[1].trim(), cells[2].trim()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Names a situation if it has more errors than chance explains. */
    void nameIfFrequent(Situation situation, ErrorRates rates) {
        nameIfFrequent(situation, "regressed", rates.regressed(), rates);
        nameIfFrequent(situation, "unchanged", rates.unchanged(), rates);
    }

    private void nameIfFrequent(Situation situation, String verdict, int errors, ErrorRates rates) {
        if (errors > ErrorRates.largestByChance(rates.comparisons())) {
            rows.append(String.format(
                    Locale.ROOT, "| %s | %s | %.1f %% |\n", situation.name(), verdict, rates.percent(errors)));
        }
    }

    /** Puts the table into the document. */
    void write() {
        PART.replaceBy(HEAD + rows);
    }
}
