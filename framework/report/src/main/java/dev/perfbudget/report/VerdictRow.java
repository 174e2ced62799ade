package dev.perfbudget.report;

import dev.perfbudget.judge.Sentences;
import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.Comparison;
import dev.perfbudget.model.LimitVerdict;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.Score;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.Unit;
import dev.perfbudget.report.chart.Chart;
import dev.perfbudget.report.chart.SuiteCharts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One line of the table of verdicts: a limit of a benchmark, a metric beside its baseline, or the score of a benchmark
 * that has neither.
 *
 * @param metric {@code p99}
 * @param measured with unit; a dash if nothing was
 * @param order by which measured values are sorted: a plain number, or empty
 * @param bound what is sure about it: {@code < 61.3 ms (99 %)}, {@code 9.1 to 15.6 % slower}
 * @param boundOrder by which that is sorted: the logarithm of the ratio to what it stands against, or empty
 * @param picture of a ratio, as small as a word; none if there is no ratio
 * @param limit {@code <= 50 ms}, {@code baseline 55 ms}, or empty
 * @param source where the limit was written, why a comparison came out so, or empty
 */
public record VerdictRow(
        BenchmarkName benchmark,
        String metric,
        String measured,
        String order,
        String bound,
        String boundOrder,
        List<Chart> picture,
        String limit,
        StateText state,
        String source) {

    private static final String NOTHING = "-";

    /** The lines of a suite, in its order. */
    static List<VerdictRow> of(SuiteVerdict suite, BenchmarkNames names) {
        return suite.benchmarks().stream()
                .flatMap(benchmark -> of(benchmark, names.of(benchmark)))
                .toList();
    }

    static Stream<VerdictRow> of(BenchmarkVerdict benchmark, BenchmarkName name) {
        var rows = Stream.of(
                        benchmark.limits().stream().map(limit -> ofLimit(limit, name)),
                        benchmark.compared().stream().map(sample -> ofSample(sample, name)),
                        benchmark.information().stream().map(sample -> ofSample(sample, name, StateText.INFORMATION)))
                .flatMap(kind -> kind)
                .toList();
        return rows.isEmpty() ? Stream.of(ofScore(benchmark, name)) : rows.stream();
    }

    static VerdictRow ofSample(SampleVerdict sample, BenchmarkName name) {
        return ofSample(sample, name, StateText.of(sample));
    }

    private static VerdictRow ofSample(SampleVerdict sample, BenchmarkName name, StateText state) {
        return new VerdictRow(
                name,
                sample.id().metric(),
                sample.candidate().map(score -> score.point().print()).orElse(NOTHING),
                sample.candidate().map(score -> order(score.point())).orElse(""),
                Sentences.change(sample).orElse(NOTHING),
                sample.verdict()
                        .compared()
                        .flatMap(Comparison::effect)
                        .map(effect -> Texts.plain(Math.log(effect.ratio())))
                        .orElse(""),
                SuiteCharts.ratio(sample).stream().toList(),
                sample.baseline()
                        .map(score -> "baseline " + score.point().print())
                        .orElse(""),
                state,
                Sentences.reason(sample));
    }

    static VerdictRow ofLimit(LimitVerdict verdict, BenchmarkName name) {
        var text = LimitText.of(verdict);
        return new VerdictRow(
                name,
                verdict.limit().metric().label(),
                text.measured().orElse(NOTHING),
                verdict.evidence().value().map(VerdictRow::order).orElse(""),
                text.bound(),
                use(verdict).map(use -> Texts.plain(Math.log(use))).orElse(""),
                List.of(),
                text.limit(),
                StateText.of(verdict),
                verdict.limit().source());
    }

    static VerdictRow ofScore(BenchmarkVerdict benchmark, BenchmarkName name) {
        var state = benchmark.isUnmeasured() ? StateText.NOT_MEASURED : StateText.NO_LIMIT;
        return new VerdictRow(
                name,
                "score",
                benchmark.score().map(score -> score.point().print()).orElse(NOTHING),
                benchmark.score().map(score -> order(score.point())).orElse(""),
                benchmark.score().map(VerdictRow::interval).orElse(""),
                "",
                List.of(),
                "",
                state,
                "");
    }

    /** Of forks that gave no result. */
    static VerdictRow ofForks(FailureView.FailedForks forks, BenchmarkName name) {
        return new VerdictRow(
                name,
                forks.which(),
                NOTHING,
                "",
                "",
                "",
                List.of(),
                "",
                StateText.of(forks.what(), Tone.BAD, Rank.NOT_MEASURED),
                forks.message());
    }

    /** How many times the limit is used up by what is sure, or else by what was measured. */
    private static Optional<Double> use(LimitVerdict verdict) {
        var limit = verdict.limit();
        return verdict.bound()
                .or(() -> verdict.evidence().value())
                .filter(sure -> sure.unit().dimension() == limit.bound().unit().dimension())
                .map(limit::useOf);
    }

    /** {@code 182400}: in the base unit of its dimension, so that a millisecond comes after a microsecond. */
    static String order(Quantity quantity) {
        var base =
                switch (quantity.unit().dimension()) {
                    case TIME -> Unit.NANOSECONDS;
                    case RATE -> Unit.PER_SECOND;
                    case MEMORY -> Unit.BYTES;
                    case SHARE -> Unit.PERCENT;
                    case COUNT -> Unit.COUNT;
                };
        return Texts.plain(quantity.in(base));
    }

    private static String interval(Score score) {
        return score.interval()
                .map(interval -> in(score, interval.lower()) + " to " + in(score, interval.upper()) + " ("
                        + Texts.percent(interval.level()) + ")")
                .orElse("none");
    }

    private static String in(Score score, double value) {
        return new Quantity(value, score.point().unit()).print();
    }
}
