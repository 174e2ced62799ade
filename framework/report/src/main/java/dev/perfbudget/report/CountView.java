package dev.perfbudget.report;

import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.SuiteVerdict;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How many of something there are.
 *
 * @param number above zero
 * @param words {@code limits broken}
 */
public record CountView(String number, String words, String tone) {

    /** The worst first; what there is none of is left out. */
    static List<CountView> of(SuiteVerdict suite) {
        return Stream.concat(ofComparison(suite), ofLimits(suite))
                .filter(count -> count.number > 0)
                .sorted((one, other) -> Integer.compare(one.rank(), other.rank()))
                .map(Count::view)
                .toList();
    }

    private static Stream<Count> ofComparison(SuiteVerdict suite) {
        return suite.comparison().stream().flatMap(comparison -> {
            var counts = comparison.counts();
            var gone = gone(suite);
            return Stream.of(
                    new Count(counts.regressed() - counts.waived(), "regressed", Tone.BAD),
                    new Count(counts.waived(), "regressed, waived", Tone.OPEN),
                    new Count(counts.inconclusive(), "inconclusive", Tone.OPEN),
                    new Count(counts.invalid() - gone, "not comparable", Tone.OPEN),
                    new Count(gone, "gone", Tone.BAD),
                    new Count(counts.improved(), "improved", Tone.GOOD),
                    new Count(counts.unchanged(), "unchanged", Tone.NEUTRAL),
                    new Count(counts.noBaseline(), "without a baseline", Tone.NEUTRAL));
        });
    }

    private static Stream<Count> ofLimits(SuiteVerdict suite) {
        var counts = suite.counts();
        var withoutForks = benchmarks(suite, benchmark -> benchmark.score().isEmpty());
        var withFailedForks =
                benchmarks(suite, benchmark -> benchmark.score().isPresent() && benchmark.hasFailedForks());
        return Stream.of(
                new Count(counts.limitsBroken(), limits(counts.limitsBroken()) + " broken", Tone.BAD),
                new Count(counts.limitsUnmeasured(), limits(counts.limitsUnmeasured()) + " not measured", Tone.BAD),
                new Count(withoutForks, benchmarks(withoutForks) + " not measured", Tone.BAD),
                new Count(withFailedForks, benchmarks(withFailedForks) + " with failed forks", Tone.BAD),
                new Count(counts.limitsUndecided(), limits(counts.limitsUndecided()) + " undecided", Tone.OPEN),
                new Count(counts.limitsHeld(), limits(counts.limitsHeld()) + " held", Tone.GOOD));
    }

    /** What the baseline has and nothing gave, so that the suite fails. */
    private static int gone(SuiteVerdict suite) {
        return Math.toIntExact(suite.gone().stream()
                .filter(sample -> sample.outcome() == Outcome.FAILED)
                .count());
    }

    private static int benchmarks(SuiteVerdict suite, Predicate<BenchmarkVerdict> wanted) {
        return Math.toIntExact(suite.benchmarks().stream().filter(wanted).count());
    }

    private static String limits(int number) {
        return number == 1 ? "limit" : "limits";
    }

    private static String benchmarks(int number) {
        return number == 1 ? "benchmark" : "benchmarks";
    }

    private record Count(int number, String words, Tone tone) {

        int rank() {
            return switch (tone) {
                case BAD -> 0;
                case OPEN -> 1;
                case GOOD -> 2;
                case NEUTRAL -> 3;
            };
        }

        CountView view() {
            return new CountView(Integer.toString(number), words, tone.label());
        }
    }
}
