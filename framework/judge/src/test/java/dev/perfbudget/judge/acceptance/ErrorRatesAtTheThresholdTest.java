package dev.perfbudget.judge.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.judge.acceptance.NamedExceptions.Named;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How often a candidate that is slower by exactly the threshold is called regressed, or unchanged: no more often than alpha,
 * except where docs/error-rates.md says so. That document comes from many times as many comparisons.
 */
class ErrorRatesAtTheThresholdTest {

    private static final int COMPARISONS = 500;
    private static final double STANDARD_ERRORS = 3;
    private static final double RARE = 1e-4;

    private static final Set<Named> EXCEPTIONS = NamedExceptions.read();
    private static final Map<String, PublishedRates.Row> PUBLISHED = PublishedRates.read();

    static List<Situation> situations() {
        return Situations.all();
    }

    @ParameterizedTest
    @MethodSource("situations")
    void wrong_verdicts_are_as_rare_as_alpha_and_as_published(Situation situation) {
        var rates = ErrorRates.of(situation, COMPARISONS / situation.cost(), situation.random(1));
        assertRare(situation, "regressed", rates.regressed(), rates);
        assertRare(situation, "unchanged", rates.unchanged(), rates);
        var published = Objects.requireNonNull(PUBLISHED.get(situation.name()), "not in docs/error-rates.md");
        assertAsPublished(published.regressed(), rates.regressed(), rates, published.comparisons());
        assertAsPublished(published.unchanged(), rates.unchanged(), rates, published.comparisons());
    }

    @Test
    void normal_forks_of_two_like_sides_are_no_exception() {
        assertThat(EXCEPTIONS)
                .extracting(Named::situation)
                .noneMatch(name -> name.contains("normal") && (name.startsWith("Unp") || name.startsWith("Paired")));
    }

    @Test
    void the_document_speaks_of_what_is_simulated() {
        var simulated = Situations.all().stream().map(Situation::name).toList();
        assertThat(PUBLISHED.keySet()).containsExactlyInAnyOrderElementsOf(simulated);
        assertThat(simulated)
                .containsAll(EXCEPTIONS.stream().map(Named::situation).toList());
    }

    /** Both sides of the interval together; it speaks of these benchmarks. */
    @ParameterizedTest
    @CsvSource({"1, 3", "5, 3", "5, 5", "5, 10", "5, 30", "30, 5"})
    void the_interval_of_the_geometric_mean_misses_it_no_more_often_than_alpha(int benchmarks, int forks) {
        var random = new Random(16);
        var suites = 1_500 / benchmarks;
        var missed = 0;
        for (var i = 0; i < suites; i++) {
            var suite = Suite.withoutSessions();
            for (var benchmark = 0; benchmark < benchmarks; benchmark++) {
                suite.with(ForkShape.normal(forks, 1, 0.03, random), ForkShape.normal(forks, 1.05, 0.03, random));
            }
            var interval = suite.judge()
                    .comparison()
                    .orElseThrow()
                    .geomean()
                    .orElseThrow()
                    .interval()
                    .orElseThrow();
            missed += interval.lower() > 1.05 || interval.upper() < 1.05 ? 1 : 0;
        }
        assertThat(missed).isLessThanOrEqualTo(ErrorRates.largestByChance(suites));
    }

    private static void assertRare(Situation situation, String verdict, int errors, ErrorRates rates) {
        if (!EXCEPTIONS.contains(new Named(situation.name(), verdict))) {
            assertThat(errors).as(verdict).isLessThanOrEqualTo(ErrorRates.largestByChance(rates.comparisons()));
        }
    }

    /** As far as so few comparisons can tell, and those of the document. */
    private static void assertAsPublished(double percent, int errors, ErrorRates rates, int comparisons) {
        var share = percent / 100;
        var chance = STANDARD_ERRORS * Math.sqrt((share + 1.0 / comparisons) * (1 - share) / comparisons);
        var least = BinomialDistribution.of(rates.comparisons(), Math.max(0, share - chance));
        var most = BinomialDistribution.of(rates.comparisons(), Math.min(1, share + chance));
        assertThat(errors).isBetween(least.inverseCumulativeProbability(RARE), most.inverseSurvivalProbability(RARE));
    }
}
