package dev.perfbudget.judge.acceptance;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Simulates at length and writes the tables of docs/error-rates.md: profile {@code error-rates}. */
@EnabledIfSystemProperty(named = "errorRates.write", matches = "true")
class ErrorRatesDocument {

    private static final int COMPARISONS = Integer.getInteger("errorRates.comparisons", 10_000);

    @Test
    void rates_of_wrong_verdicts() {
        var published = new PublishedRates();
        var exceptions = new NamedExceptions();
        for (var situation : Situations.all()) {
            var rates = ErrorRates.of(situation, COMPARISONS / situation.cost(), situation.random(2));
            published.add(situation, rates);
            exceptions.nameIfFrequent(situation, rates);
        }
        published.write();
        exceptions.write();
    }

    @Test
    void shapes() {
        new GeneratedPart("shapes")
                .replaceBy(Arrays.stream(ForkShape.values())
                        .map(shape -> "- **" + shape.label() + "**: " + shape.meaning() + "\n")
                        .collect(Collectors.joining()));
    }

    @Test
    void found_by_number_of_sessions() {
        new GeneratedPart("found by sessions").replaceBy(FoundBySessions.table(COMPARISONS / 10));
    }

    @Test
    void errors_of_each_interval_by_itself() {
        new GeneratedPart("intervals").replaceBy(IntervalErrors.table(COMPARISONS));
        new GeneratedPart("batch means").replaceBy(BatchMeansErrors.table(COMPARISONS));
    }
}
