package dev.perfbudget.report;

import dev.perfbudget.judge.Sentences;
import dev.perfbudget.model.SuiteVerdict;
import java.util.List;

/**
 * A regression that passes by a waiver.
 *
 * @param change how large it is
 * @param allowed up to which slowdown it passes
 * @param expires the last day on which it does
 */
public record WaiverRow(
        BenchmarkName benchmark, String metric, String change, String allowed, String expires, String reason) {

    static List<WaiverRow> of(SuiteVerdict suite, BenchmarkNames names) {
        return suite.benchmarks().stream()
                .flatMap(benchmark -> benchmark.samples().stream().flatMap(sample -> sample.waiver().stream()
                        .map(waiver -> new WaiverRow(
                                names.of(benchmark),
                                sample.id().metric(),
                                Sentences.change(sample).orElse("-"),
                                "+" + Texts.percent(waiver.largestRatio() - 1),
                                waiver.expires().toString(),
                                waiver.reason()))))
                .toList();
    }
}
